// wentu schema: the model in words, JSON, Cypher or as a picture. Opens no database.
import { Command, Option } from 'commander'
import { print } from '../print.js'

interface Options {
  json?: boolean
  cypher?: boolean
  mermaid?: boolean
}

export function schemaCommand(): Command {
  return new Command('schema')
    .summary('print the model of the graph')
    .description('Prints what the graph can hold: the types of things, of facts, and of records.')
    .addOption(new Option('--json', 'as JSON').conflicts(['cypher', 'mermaid']))
    .addOption(new Option('--cypher', 'as the constraints and indexes of Neo4j').conflicts(['json', 'mermaid']))
    .addOption(new Option('--mermaid', 'as a Mermaid diagram').conflicts(['json', 'cypher']))
    .addHelpText('after', '\nExamples:\n  wentu schema\n  wentu schema --cypher | cypher-shell')
    .action(run)
}

async function run({ json, cypher, mermaid }: Options): Promise<void> {
  if (cypher) {
    const { schemaStatements } = await import('../../../graph/cypher.js')
    for (const statement of schemaStatements()) print(`${statement};`)
    return
  }
  const { modelJson, modelMermaid, modelText } = await import('../model-text.js')
  print(json ? JSON.stringify(modelJson(), null, 2) : mermaid ? modelMermaid() : modelText())
}
