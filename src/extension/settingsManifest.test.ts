import { readFileSync } from 'node:fs';
import { readManifest } from '../../test/readManifest';
import { describe, expect, it } from 'vitest';
import { FAILURE_MODES } from '../diagnosis/finding';
import { checkUserConfig, USER_FIELDS } from '../run/config/userConfig';
import { backgroundLimitOf, excludesOf, mutedModesOf, optionsOf, userSettings } from './settingsOf';

interface Rule {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly items?: Rule;
  readonly examples?: readonly unknown[];
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Rule>> };
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
}

const manifest = readManifest() as Manifest;
const { properties } = manifest.contributes.configuration;
const [validation] = manifest.contributes.jsonValidation;
const schema = JSON.parse(readFileSync(validation.url, 'utf8')) as {
  readonly additionalProperties: boolean;
  readonly properties: Readonly<Record<string, Rule>>;
};
const names = Object.keys(USER_FIELDS) as (keyof typeof USER_FIELDS)[];
const OWN = [
  'decorations.enabled',
  'notifyOnVerdictChange',
  'scan',
  'exclude',
  'liveUpdate',
  'backgroundLimit',
  'mutedModes',
];

/** The part of JSON Schema that both files use. */
function allows(rule: Rule, value: unknown): boolean {
  const types = [rule.type ?? []].flat();
  const isType =
    (types.includes('null') && value === null) ||
    (types.includes('string') && typeof value === 'string') ||
    (types.includes('integer') && Number.isInteger(value)) ||
    (types.includes('number') && typeof value === 'number');
  if (!isType || (rule.enum !== undefined && !rule.enum.includes(value))) return false;
  if (typeof value === 'string')
    return value.length >= (rule.minLength ?? 0) && value.length <= (rule.maxLength ?? Infinity);
  if (typeof value !== 'number') return true;
  const { minimum = -Infinity, maximum = Infinity } = rule;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = rule;
  return value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
}

const SAMPLES = [-1, 0, 0.5, 1, 1.5, 8, 1e-6, 'adam', 'update', 'cosine', 'x'.repeat(300), true];

describe('the schema of grpo-dynamics.json and the settings', () => {
  it('have the names the code reads, and no others', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(['$schema', ...names].sort());
    expect(schema.additionalProperties).toBe(false);
    const settings = [...OWN, ...names].map((name) => `grpoDynamics.${name}`);
    expect(Object.keys(properties).sort()).toEqual(settings.sort());
  });

  it.each(names)('hold %s to the rule of the code', (name) => {
    for (const value of SAMPLES) {
      const isValid = USER_FIELDS[name].isValid(value);
      expect([value, allows(schema.properties[name], value)]).toEqual([value, isValid]);
      expect([value, allows(properties[`grpoDynamics.${name}`], value)]).toEqual([value, isValid]);
    }
    for (const value of schema.properties[name].examples ?? [])
      expect(USER_FIELDS[name].isValid(value)).toBe(true);
  });

  it('say in words what each is for, and apply per folder', () => {
    for (const [name, { markdownDescription = '', scope }] of Object.entries(properties)) {
      expect([name, markdownDescription.length > 20]).toEqual([name, true]);
      const isOfWindow = ['grpoDynamics.decorations.enabled', 'grpoDynamics.scan'].includes(name);
      expect([name, scope]).toEqual([name, isOfWindow ? 'window' : 'resource']);
    }
    for (const name of names) expect(schema.properties[name].description).toBeTruthy();
  });

  it('are the workspace’s own only where it is trusted', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    const kept = Object.keys(properties).filter((name) => !restrictedConfigurations.includes(name));
    expect(kept).toEqual(['grpoDynamics.decorations.enabled']);
  });

  it('list the failure modes there are', () => {
    expect(properties['grpoDynamics.mutedModes'].items?.enum).toEqual([...FAILURE_MODES]);
  });
});

describe('settings as VS Code gives them', () => {
  const read = (values: Readonly<Record<string, unknown>>) => (name: string) =>
    Object.hasOwn(values, name) ? values[name] : properties[`grpoDynamics.${name}`].default;

  it('say nothing as long as nothing is set', () => {
    expect(optionsOf(read({}), true)).toEqual({ settings: {}, isTrusted: true });
    expect(backgroundLimitOf(read({}))).toBe(200 * 1024 * 1024);
    expect(mutedModesOf(read({}))).toEqual([]);
    expect(excludesOf(read({}))).toContain('**/node_modules/**');
  });

  it('are checked as the file is', () => {
    const { config, problems } = userSettings(read({ groupSize: 8, beta1: 2 }));
    expect([config, problems]).toEqual([{ groupSize: 8 }, ['beta1 must be a number from 0 and below 1']]);
    expect(problems).toEqual(checkUserConfig(new Map([['beta1', 2]])).problems);
  });

  it('of a wrong kind count as not set', () => {
    const wrong = read({
      backgroundLimit: 'much',
      exclude: '**',
      mutedModes: ['reward-hacking', 'noise', 3],
    });
    expect(backgroundLimitOf(wrong)).toBe(200 * 1024 * 1024);
    expect(excludesOf(wrong)).toEqual([]);
    expect(mutedModesOf(wrong)).toEqual(['reward-hacking']);
  });
});
