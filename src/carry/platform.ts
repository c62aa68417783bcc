/** What kind of browser this is, as far as carrying and keeping depend on it and no feature can be asked instead. */
export interface Signs {
  readonly userAgent: string;
  readonly platform: string;
  readonly maxTouchPoints: number;
  /** Opened from the home screen or as an app of its own. */
  readonly standalone: boolean;
}

export interface Platform {
  /** Installed on iOS the app has a storage of its own, which begins empty, and a download does nothing there (DESIGN 8). */
  readonly isIos: boolean;
  readonly isInstalled: boolean;
  /** On iOS: the browser whose share sheet adds to the home screen in every version. */
  readonly isIosSafari: boolean;
  /** What a site may lose while nobody opens it. Safari clears a site after seven days of use without a visit, unless it is installed. */
  readonly clearsAfterDays: 7 | null;
  /** Only Firefox puts the question of `navigator.storage.persist()` to the person; the others decide by themselves. */
  readonly asksBeforeKeeping: boolean;
}

/** Other browsers of iOS say who they are; a page inside another app has no `Safari/` in its name at all. */
const OTHER_THAN_SAFARI = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|YaBrowser|GSA\//;

export function platformOf({ userAgent, platform, maxTouchPoints, standalone }: Signs): Platform {
  // An iPad says that it is a Mac; no Mac has more than one touch point.
  const isIos = /iPhone|iPad|iPod/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1);
  const isMacSafari = /Macintosh.*Version\/[\d.]+ Safari\//.test(userAgent);
  return {
    isIos,
    isInstalled: standalone,
    isIosSafari: isIos && !standalone && /Safari\//.test(userAgent) && !OTHER_THAN_SAFARI.test(userAgent),
    clearsAfterDays: (isIos || isMacSafari) && !standalone ? 7 : null,
    // Everybody else says `like Gecko`.
    asksBeforeKeeping: /\bGecko\/\d/.test(userAgent),
  };
}

/** This browser, now. */
export function thisPlatform(): Platform {
  const { userAgent, platform, maxTouchPoints } = navigator;
  const onHomeScreen = 'standalone' in navigator && navigator.standalone === true;
  const standalone = onHomeScreen || matchMedia('(display-mode: standalone)').matches;
  return platformOf({ userAgent, platform, maxTouchPoints, standalone });
}
