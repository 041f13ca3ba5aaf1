/** How a browser is told to start. */
export interface BrowserSettings {
  /** Its folder, which is empty. */
  folder: string
  /** The proxy that is its only way out. */
  proxy: string
  sandbox: boolean
}

/** What the browser is told when it starts: no way out but the proxy, no talk of its own, nothing asked of anybody. */
export function browserArguments({ folder, proxy, sandbox }: BrowserSettings): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    ...wayOut(proxy),
    ...SILENCE,
    ...PLAIN,
  ]
}

/**
 * Everything goes through the proxy, addresses of this machine too; what would go past it has no names, no UDP and no
 * way to ask its neighbours.
 */
function wayOut(proxy: string): string[] {
  return [
    `--proxy-server=${proxy}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--dns-prefetch-disable',
    '--disable-quic',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--disable-features=${FEATURES.join()}`,
  ]
}

const FEATURES = [
  'MediaRouter',
  'DialMediaRouteProvider',
  'OptimizationHints',
  'Translate',
  'InterestFeedContentSuggestions',
  'CertificateTransparencyComponentUpdater',
  'AutofillServerCommunication',
  'NetworkTimeServiceQuerying',
  'HttpsUpgrades',
]

/** What a browser asks and tells of itself. */
const SILENCE = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
]

const PLAIN = [
  '--deny-permission-prompts',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-print-preview',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
]
