export const journalErrors = {}
