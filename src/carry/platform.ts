/** What kind of browser this is. Only for what depends on it and cannot be found out by asking for a feature. */
export interface BrowserSigns {
  readonly userAgent: string;
  readonly platform: string;
  readonly maxTouchPoints: number;
  /** Opened from the home screen, or as an app in a window of its own. */
  readonly standalone: boolean;
}

export interface BrowserPlatform {
  /** An installed app on iOS has its own storage, which begins empty, and a download does nothing in it. */
  readonly isIos: boolean;
  readonly isInstalled: boolean;
  /** The only browser on iOS that can add to the home screen in every version of iOS. */
  readonly isIosSafari: boolean;
  /**
   * Days of use without a visit, after which the browser deletes what a site stores; null if it does not.
   * Safari does so, unless the site is installed: ARCHITECTURE "Platform facts".
   */
  readonly clearsAfterDays: 7 | null;
  /** Only Firefox asks the person if a page calls `navigator.storage.persist()`. The others decide by themselves. */
  readonly asksBeforePersisting: boolean;
}

/** Other browsers on iOS name themselves. A page inside another app has no `Safari/` in its user agent at all. */
const OTHER_THAN_SAFARI = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|YaBrowser|GSA\//;

export function platformOf({ userAgent, platform, maxTouchPoints, standalone }: BrowserSigns): BrowserPlatform {
  // An iPad calls itself a Mac, but no Mac has more than one touch point.
  const isIos = /iPhone|iPad|iPod/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1);
  const isMacSafari = /Macintosh.*Version\/[\d.]+ Safari\//.test(userAgent);
  return {
    isIos,
    isInstalled: standalone,
    isIosSafari: isIos && !standalone && /Safari\//.test(userAgent) && !OTHER_THAN_SAFARI.test(userAgent),
    clearsAfterDays: (isIos || isMacSafari) && !standalone ? 7 : null,
    // Firefox says `Gecko/20100101`; the others say `like Gecko`.
    asksBeforePersisting: /\bGecko\/\d/.test(userAgent),
  };
}

/** This browser, now. */
export function thisPlatform(): BrowserPlatform {
  const { userAgent, platform, maxTouchPoints } = navigator;
  const onHomeScreen = 'standalone' in navigator && navigator.standalone === true;
  const standalone = onHomeScreen || matchMedia('(display-mode: standalone)').matches;
  return platformOf({ userAgent, platform, maxTouchPoints, standalone });
}
