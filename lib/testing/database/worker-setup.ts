import { databaseUrls, makeDatabase, use } from './isolated-database'

// Files that run side by side do not share a database. Those of one worker do; and this is read again for each of them.
const name = `worker-${process.pid}`
if (!databaseUrls().app.endsWith(`/${name}`)) use(await makeDatabase(name))
