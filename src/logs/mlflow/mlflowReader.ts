import { Hyperparameters } from '../hyperparameters';
import { MAX_RECORD_BYTES } from '../limits';
import { LineSplitter } from '../lineSplitter';
import type { LineSink } from '../lineSplitter';
import { MalformedCount } from '../logReader';
import type { LogReader, ReaderOutcome } from '../logReader';
import { parseNumber } from '../parseNumber';
import type { TableBuilder } from '../tableBuilder';
import { TimedMetrics } from '../timedMetrics';
import { addMlflowParameter } from './mlflowParameter';
import { announcedMlflowFile, beginMlflowStream } from './mlflowStream';
import type { MlflowFileKind } from './mlflowStream';

interface OpenFile {
  readonly kind: MlflowFileKind;
  readonly key: string;
  lines: number;
}

/**
 * A run of MLflow's file store (log-formats.md §21): of every metric lines "time value step", of every parameter its
 * content. The lines of the files are numbered anew in each file.
 */
export class MlflowReader implements LogReader, LineSink {
  readonly buildsLate = true;
  private readonly lines = new LineSplitter(this);
  private readonly malformed = new MalformedCount();
  private readonly metrics = new TimedMetrics();
  private readonly config = new Hyperparameters();
  private file: OpenFile | null = null;
  private unfinished = false;
  private built: ReturnType<TimedMetrics['build']> | null = null;

  /** All rows so far. */
  get table(): TableBuilder {
    return this.build().table;
  }

  /** The next bytes of the stream. */
  push(chunk: Uint8Array): void {
    this.built = null;
    this.lines.push(chunk);
  }

  /** A last line that is cut off makes the log unfinished. */
  finish(): ReaderOutcome {
    this.lines.finish();
    this.built = null;
    const { notes, table } = this.build();
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished: this.unfinished,
      header: this.config.facts,
      notes: [...notes, ...this.malformed.notes(MAX_RECORD_BYTES >> 20), ...table.notes()],
    };
  }

  /** Called by the splitter. */
  line(text: string, number: number, terminated: boolean): void {
    const announced = announcedMlflowFile(text);
    if (announced !== null) {
      this.file = { ...announced, lines: 0 };
      return;
    }
    if (this.file === null) {
      if (number > 1 && text.trim() !== '' && text !== beginMlflowStream().trim()) this.malformed.add(number);
      return;
    }
    this.file.lines++;
    if (this.file.kind === 'metric') this.readMetric(this.file, text, terminated);
    else if (this.file.lines === 1) addMlflowParameter(this.config, this.file.key, text);
  }

  /** Called by the splitter. */
  tooLong(): void {
    this.malformed.addTooLong(this.file?.lines ?? 1);
  }

  /** "1700000000000 0.31 12"; the step may be missing, and is then 0. */
  private readMetric({ key, lines }: OpenFile, text: string, terminated: boolean): void {
    if (text.trim() === '') return;
    const [time = null, value = null, step = 0, ...rest] = text.trim().split(/\s+/).map(parseNumber);
    if (time !== null && value !== null && step !== null && Number.isFinite(step) && rest.length === 0) {
      this.metrics.add(key, time, step, value);
      return;
    }
    this.malformed.add(lines);
    this.unfinished ||= !terminated;
  }

  private build(): ReturnType<TimedMetrics['build']> {
    return (this.built ??= this.metrics.build());
  }
}
