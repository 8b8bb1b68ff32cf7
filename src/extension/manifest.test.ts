import { readManifest } from '../../test/readManifest';
import { describe, expect, it } from 'vitest';
import { CANDIDATE_EXTENSIONS, CANDIDATE_GLOB, isCandidate } from './candidateFiles';
import { FIT_LOG_TOOL } from './agent/toolName';
import * as commandNames from './commandNames';
import { FIT_COMMAND } from './commandNames';
import { RUNS_VIEW } from './runs/runsViewId';
import { LOG_EDITOR, OPTIONAL_LOG_EDITOR } from './editorTypes';
import { BADGES, FAILED_BADGE, PENDING_BADGE } from './badges';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly priority: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>>;
    };
  };
}

const { contributes } = readManifest() as Manifest;

describe('package.json and the code', () => {
  it('name the same commands', () => {
    const names = contributes.commands.map(({ command }) => command);
    expect(names.sort()).toEqual(Object.values(commandNames).sort());
  });

  it('name the same view', () => {
    expect(contributes.views['grpoDynamics'].map(({ id }) => id)).toEqual([RUNS_VIEW]);
  });

  it('name the same tool', () => {
    expect(contributes.languageModelTools.map(({ name }) => name)).toEqual([FIT_LOG_TOOL]);
  });

  it('show the main command as “GRPO: Fit GRPO dynamics”', () => {
    const { category, title } = contributes.commands.find(({ command }) => command === FIT_COMMAND)!;
    expect(`${category}: ${title}`).toBe('GRPO: Fit GRPO dynamics');
  });

  it('list the main command before all but the comparison: the palette sorts by title', () => {
    const inPalette = ({ command }: { readonly command: string }): boolean =>
      !contributes.menus['commandPalette'].some((item) => item.command === command && item.when === 'false');
    const titles = contributes.commands
      .filter(inPalette)
      .map(({ title }) => title)
      .sort((a, b) => a.localeCompare(b));
    expect(titles.slice(0, 2)).toEqual(['Compare runs', 'Fit GRPO dynamics']);
  });

  it('offer the explorer menu on the candidates and on nothing else', () => {
    const { when } = contributes.menus['explorer/context'][0];
    const listed = /\\\.\(([^)]*)\)\$/.exec(when)?.[1]?.split('|');
    expect(listed).toEqual([...CANDIDATE_EXTENSIONS]);
  });

  it('open by default what only W&B and TensorBoard write, and offer to open any other file', () => {
    expect(contributes.customEditors).toMatchObject([
      {
        viewType: LOG_EDITOR,
        priority: 'default',
        selector: [{ filenamePattern: '*.wandb' }, { filenamePattern: '*tfevents*' }],
      },
      { viewType: OPTIONAL_LOG_EDITOR, priority: 'option', selector: [{ filenamePattern: '*' }] },
    ]);
  });

  it('explain every badge', () => {
    const text = contributes.configuration.properties['grpoDynamics.decorations.enabled'].markdownDescription;
    const badges = [...Object.values(BADGES), PENDING_BADGE, FAILED_BADGE];
    for (const badge of badges) expect(text).toContain(`\`${badge}\``);
  });
});

describe('badges', () => {
  const badges = [...Object.values(BADGES), PENDING_BADGE, FAILED_BADGE];

  it('have one or two characters, or VS Code drops the decoration', () => {
    for (const badge of badges) expect([1, 2]).toContain(badge.length);
  });

  it('differ from each other and from the letters git shows', () => {
    expect(new Set(badges).size).toBe(badges.length);
    for (const badge of badges) expect(badge).not.toMatch(/[A-Z!]/);
  });
});

describe('isCandidate', () => {
  it.each([
    ['/run/trainer_state.json', true],
    ['/run/LOG.CSV', true],
    ['/run/metrics.jsonl', true],
    ['/run/json', false],
    ['/run/weights.safetensors', false],
    ['/run.json/notes', false],
    ['/run/events.out.tfevents.1740427850.host.1.0', true],
    ['/wandb/run-1-a/run-a.wandb', true],
    ['/tfevents/notes', false],
    ['/mlruns/0/1a2b/meta.yaml', true],
    ['/charts/not-meta.yaml', false],
  ])('%s → %s', (path, expected) => {
    expect(isCandidate(path)).toBe(expected);
  });

  it('agrees with the glob', () => {
    expect(CANDIDATE_GLOB).toBe(
      '**/{*.json,*.jsonl,*.ndjson,*.csv,*.tsv,*.log,*.txt,*.out,*.md,*.ipynb,*.wandb,*.parquet,*.db,*.gz,*tfevents*,meta.yaml}',
    );
  });
});
