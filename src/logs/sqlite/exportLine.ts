import { t } from '@vscode/l10n';
/** Tables that tell whose database it is; their definitions stand in its first bytes. */
const MLFLOW = /CREATE TABLE\s+"?latest_metrics"?/i;
const TRACKIO = /CREATE TABLE\s+(?:IF NOT EXISTS\s+)?"?configs"?/i;

const SAFE_NAME = /^[\w.-]+$/;

/**
 * What to do with a database where the host cannot read it: a line of Python that writes it as JSON Lines.
 *
 * @param head the file's first bytes
 * @param path the file as people are shown it
 */
export function exportLine(head: Uint8Array, path: string): string {
  const text = new TextDecoder('latin1').decode(head);
  const name = path.replace(/^.*[\\/]/, '');
  const file = SAFE_NAME.test(name) ? name : 'FILE.db';
  if (MLFLOW.test(text))
    return write(
      file,
      "{'run':r,'step':s,k:v}",
      'r,s,k,v',
      'select run_uuid,step,key,value from metrics where is_nan=0 order by run_uuid,timestamp',
    );
  if (TRACKIO.test(text))
    return write(
      file,
      "{'run':r,'step':s,**json.loads(m)}",
      'r,s,m',
      'select run_name,step,metrics from metrics order by id',
    );
  return t('export the table of metrics as CSV or JSON Lines, and name that file');
}

function write(file: string, record: string, fields: string, sql: string): string {
  const rows = `sqlite3.connect('${file}').execute('${sql}')`;
  const line = `python3 -c "import sqlite3,json; [print(json.dumps(${record})) for ${fields} in ${rows}]" > metrics.jsonl`;
  return t('export it in its folder with: {0}', line);
}
