// For tests: Spark on this machine, in one process or as a cluster of a master and two workers. In: where pyspark lies, and a
// folder to work in. Out: how to run a script on it, and how to end a worker as a machine ends that loses its power.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const SMALL = '512m'

/** A cluster of which each worker has one core and a folder of its own. */
export interface Cluster {
  master: string
  workers: { folder: string; kill(): void }[]
  close(): void
}

export interface Ran {
  code: number | null
  text: string
}

/** Nothing of what this machine has set up otherwise. */
const environment = (pyspark: string): NodeJS.ProcessEnv => ({
  ...process.env,
  SPARK_HOME: join(pyspark, 'pyspark'),
  PYTHONPATH: pyspark,
  PYSPARK_PYTHON: 'python3',
  SPARK_LOCAL_IP: '127.0.0.1',
})

/** Runs the script to its end. @param master `local[2]`, or that of a cluster */
export function submit(pyspark: string, master: string, args: readonly string[]): Promise<Ran> {
  const settings = ['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=2', 'spark.default.parallelism=2']
  const child = spawn(
    join(pyspark, 'pyspark', 'bin', 'spark-submit'),
    [
      ...['--master', master, '--driver-memory', SMALL, '--executor-memory', SMALL],
      ...settings.flatMap((setting) => ['--conf', setting]),
      ...args,
    ],
    { env: environment(pyspark), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += piece))
  return new Promise((done) => child.once('close', (code) => done({ code, text })))
}

/** Starts a master and two workers, and waits until both have joined. */
export async function startCluster(pyspark: string, folder: string): Promise<Cluster> {
  const running: ChildProcess[] = []
  const start = (what: string, until: RegExp, ...args: string[]): Promise<[ChildProcess, RegExpExecArray]> => {
    const child = spawn(
      join(pyspark, 'pyspark', 'bin', 'spark-class'),
      [`org.apache.spark.deploy.${what}`, '--host', '127.0.0.1', ...args],
      { env: { ...environment(pyspark), SPARK_DAEMON_MEMORY: SMALL }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    running.push(child)
    let text = ''
    return new Promise((done, failed) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (piece) => {
          text += piece
          const found = until.exec(text)
          if (found) done([child, found])
        })
      child.once('close', () => failed(new Error(`${what} ended: ${text.slice(-2000)}`)))
    })
  }
  const close = () => {
    for (const child of running) child.kill('SIGKILL')
  }
  process.once('exit', close)
  try {
    const [, found] = await start(
      'master.Master',
      /Starting Spark master at (spark:\S+)/,
      '--port',
      '0',
      '--webui-port',
      '0',
    )
    const master = found[1] as string
    const workers = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const own = join(folder, name)
        mkdirSync(own)
        const args = ['--cores', '1', '--memory', '1g', '--work-dir', own, '--webui-port', '0', master]
        const [child] = await start('worker.Worker', /Successfully registered with master/, ...args)
        return { folder: own, kill: () => void child.kill('SIGKILL') }
      }),
    )
    return { master, workers, close }
  } catch (error) {
    close()
    throw error
  }
}
