export const bundleErrors = {}
