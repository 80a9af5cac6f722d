export const journalChannels = {} as const
