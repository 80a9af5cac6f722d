export const workbookChannels = {} as const
