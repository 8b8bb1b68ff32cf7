import { ConsoleReader } from './console/consoleReader';
import { CsvReader } from './csvReader';
import { JsonDocumentReader } from './json/jsonDocumentReader';
import { JsonlReader } from './jsonlReader';
import type { LogReader } from './logReader';
import type { StreamFormat } from './logTable';
import { MlflowReader } from './mlflow/mlflowReader';
import { NotebookReader } from './notebook/notebookReader';
import { recogniseCsv } from './recogniseCsv';
import type { WantedKeys } from './tableBuilder';
import { TfeventsReader } from './tfeventsReader';
import { TrainerStateReader } from './trainerStateReader';
import { WandbReader } from './wandbReader';

/** A fresh reader for a carrier; the head of the file tells a table's delimiter, `wanted` what may be passed over. */
export function createReader(format: StreamFormat, head: Uint8Array, wanted?: WantedKeys): LogReader {
  switch (format) {
    case 'trainer_state':
      return new TrainerStateReader();
    case 'jsonl':
      return new JsonlReader(wanted);
    case 'tsv':
      return new CsvReader({ delimiter: '\t', decimalComma: true });
    case 'ipynb':
      return new NotebookReader();
    case 'json':
      return new JsonDocumentReader();
    case 'console':
      return new ConsoleReader();
    case 'csv':
      return new CsvReader(csvDialect(head));
    case 'tensorboard':
      return new TfeventsReader();
    case 'wandb':
      return new WandbReader();
    case 'mlflow':
      return new MlflowReader();
  }
}

function csvDialect(head: Uint8Array): { delimiter: ',' | ';' | '\t'; decimalComma: boolean } {
  const known = recogniseCsv(new TextDecoder('utf-8').decode(head));
  return known?.dialect ?? { delimiter: ',', decimalComma: false };
}
