/**
 * What advantages are divided by, in the words of TRL's `scale_rewards`: `group`, `batch` or `none`; switches count as group and none.
 *
 * @param text the value as it was written
 * @returns one of the three; empty for anything else
 */
export function advantageStd(text: string): string {
  const word = text.trim().toLowerCase();
  if (/^(?:true|1|yes|on|group)$/.test(word)) return 'group';
  if (/^(?:false|0|no|off|none)$/.test(word)) return 'none';
  return word === 'batch' ? word : '';
}
