export const workbookErrors = {}
