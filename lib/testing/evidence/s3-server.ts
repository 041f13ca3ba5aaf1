import S3rver from '@20minutes/s3rver'

/** A server that speaks S3 and checks signatures, with one bucket in this folder; and what tells Stet to use it. */
export async function startS3(
  directory: string,
): Promise<{ stop: () => Promise<void>; env: Record<string, string> }> {
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, vhostBuckets: false }
  const made = new S3rver({ ...options, configureBuckets: [{ name: BUCKET, configs: [] }] })
  const { port } = await made.run()
  return {
    stop: () => made.close(),
    env: {
      STET_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      STET_S3_BUCKET: BUCKET,
      STET_S3_REGION: 'us-east-1',
      STET_S3_KEY: 'S3RVER',
      STET_S3_SECRET: 'S3RVER',
    },
  }
}

const BUCKET = 'kept-files'
