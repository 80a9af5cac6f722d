export const printChannels = {} as const
