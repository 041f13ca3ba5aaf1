/** What Stet uses of the Chrome DevTools Protocol. Times of events are no times of day, and are not read. */

export interface PageResponse {
  url: string
  status: number
  statusText: string
  headers: Record<string, string>
  mimeType: string
}

/** Commands by their name: what each is given, and what it answers. */
export interface Commands {
  'Target.createBrowserContext': [{ disposeOnDetach: boolean }, { browserContextId: string }]
  'Target.createTarget': [{ url: string; browserContextId: string }, { targetId: string }]
  'Target.attachToTarget': [{ targetId: string; flatten: true }, { sessionId: string }]
  'Target.setDiscoverTargets': [{ discover: boolean }, object]
  'Target.closeTarget': [{ targetId: string }, object]
  'Target.setAutoAttach': [
    { autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: true },
    object,
  ]
  'Browser.setDownloadBehavior': [{ behavior: 'deny'; browserContextId: string }, object]
  'Fetch.enable': [{ handleAuthRequests: boolean }, object]
  'Fetch.disable': [object, object]
  'Fetch.continueRequest': [{ requestId: string }, object]
  'Fetch.continueWithAuth': [
    {
      requestId: string
      authChallengeResponse: { response: 'ProvideCredentials'; username: string; password: string }
    },
    object,
  ]
  'Network.enable': [{ maxTotalBufferSize: number; maxResourceBufferSize: number }, object]
  'Network.setBypassServiceWorker': [{ bypass: boolean }, object]
  'Network.emulateNetworkConditions': [
    { offline: boolean; latency: number; downloadThroughput: number; uploadThroughput: number },
    object,
  ]
  'Network.getResponseBody': [{ requestId: string }, { body: string; base64Encoded: boolean }]
  'Emulation.setScriptExecutionDisabled': [{ value: boolean }, object]
  'Emulation.setDeviceMetricsOverride': [
    { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    object,
  ]
  'Page.enable': [object, object]
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string }, object]
  'Page.navigate': [{ url: string }, { frameId: string; errorText?: string; isDownload?: boolean }]
  'Page.stopLoading': [object, object]
  'Page.handleJavaScriptDialog': [{ accept: boolean }, object]
  'Page.createIsolatedWorld': [
    { frameId: string; worldName: string },
    { executionContextId: number },
  ]
  'Page.getLayoutMetrics': [object, { cssContentSize: { width: number; height: number } }]
  'Page.captureScreenshot': [
    {
      format: 'png'
      captureBeyondViewport: boolean
      clip: { x: number; y: number; width: number; height: number; scale: number }
    },
    { data: string },
  ]
  'Runtime.evaluate': [
    { expression: string; contextId: number; awaitPromise: boolean; returnByValue: boolean },
    { result: { value?: unknown }; exceptionDetails?: object },
  ]
  'Runtime.terminateExecution': [object, object]
  'Runtime.runIfWaitingForDebugger': [object, object]
}

/** Events by their name: what each tells. */
export interface Events {
  'Target.targetCreated': { targetInfo: { targetId: string; type: string } }
  'Target.targetCrashed': { targetId: string }
  'Target.attachedToTarget': {
    sessionId: string
    targetInfo: { targetId: string; type: string }
  }
  'Fetch.requestPaused': { requestId: string }
  'Fetch.authRequired': { requestId: string }
  'Network.requestWillBeSent': {
    requestId: string
    loaderId: string
    frameId?: string
    request: { url: string; method: string }
    redirectResponse?: PageResponse
  }
  'Network.responseReceived': { requestId: string; response: PageResponse }
  'Network.loadingFinished': { requestId: string }
  'Network.loadingFailed': { requestId: string; errorText: string }
  'Page.javascriptDialogOpening': object
  'Page.loadEventFired': object
}
