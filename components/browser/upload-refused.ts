/** What the server said when it refused a file, in words for the person who chose it. */
export class UploadRefused extends Error {}
