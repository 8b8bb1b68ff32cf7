/**
 * Whether the way from a folder down to a file passes a symbolic link, which may lead out of the folder.
 *
 * @param below the names from the folder to the file
 * @param isLink whether what these names lead to, from the folder, is a link
 */
export async function passesLink(
  below: readonly string[],
  isLink: (names: readonly string[]) => Promise<boolean>,
): Promise<boolean> {
  for (let depth = 1; depth <= below.length; depth++) if (await isLink(below.slice(0, depth))) return true;
  return false;
}
