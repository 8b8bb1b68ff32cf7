import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Whether missing system packages can be installed without asking anyone: root on Debian or its kin. */
export const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages, waiting for another apt that is at work. Throws where apt fails. */
export async function aptInstall(packages) {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`apt: installing ${packages.join(', ')}`);
  await run('apt-get', [...options, 'update'], { env, quiet: true });
  await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  });
}
