import { config } from 'zod'

/** zod probes `new Function` when a schema is made, which the CSP reports as a violation. Must be imported first. */
config({ jitless: true })
