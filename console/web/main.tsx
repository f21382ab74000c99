// Starts the page. In: the element #root. Out: the console inside it.
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<h1>文图</h1>)
