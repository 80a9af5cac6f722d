export const bundleChannels = {} as const
