import nativePath, { type PlatformPath } from 'node:path'

/** True when `path` is the folder `parent` or lies below it; a share and another drive lie outside every folder. */
export function isInside(path: string, parent: string, pathModule: PlatformPath = nativePath): boolean {
  const way = pathModule.relative(parent, path)
  // On Windows the way to another drive or to a share is that path itself.
  return !pathModule.isAbsolute(way) && way !== '..' && !way.startsWith(`..${pathModule.sep}`)
}
