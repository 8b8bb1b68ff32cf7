import { FLAT_CONFIGS } from './flatConfigs';
import { NESTED_CONFIGS } from './nestedConfigs';
import type { StackConfig } from './stackConfig';

/** Every family of trainers; the first whose marks a configuration has is its family. */
export const STACK_CONFIGS: readonly StackConfig[] = [...NESTED_CONFIGS, ...FLAT_CONFIGS];
