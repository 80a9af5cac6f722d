export const keyErrors = {}
