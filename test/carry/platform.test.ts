import { expect, test } from 'vitest';
import { platformOf } from '../../src/carry/platform.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const SAFARI = 'Version/18.5 Safari/605.1.15';
const MOBILE = 'Version/18.5 Mobile/15E148 Safari/604.1';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';

test.for([
  // [who, userAgent, platform, touch points, standalone] -> [iOS, installed, iOS Safari, clears after, asks]
  [
    ['Safari, iPhone', `${IPHONE} ${MOBILE}`, 'iPhone', 5, false],
    [true, false, true, 7, false],
  ],
  [
    ['Safari, iPhone, home screen', `${IPHONE} Mobile/15E148`, 'iPhone', 5, true],
    [true, true, false, null, false],
  ],
  [
    ['Safari, iPad as a Mac', `${MAC} ${SAFARI}`, 'MacIntel', 5, false],
    [true, false, true, 7, false],
  ],
  [
    ['Safari, iPad, home screen', MAC, 'MacIntel', 5, true],
    [true, true, false, null, false],
  ],
  [
    ['Safari, Mac', `${MAC} ${SAFARI}`, 'MacIntel', 0, false],
    [false, false, false, 7, false],
  ],
  [
    ['Safari, Mac, in the Dock', `${MAC} ${SAFARI}`, 'MacIntel', 0, true],
    [false, true, false, null, false],
  ],
  [
    ['Chrome, iPhone', `${IPHONE} CriOS/138.0 Mobile/15E148 Safari/604.1`, 'iPhone', 5, false],
    [true, false, false, 7, false],
  ],
  [
    ['Firefox, iPhone', `${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'iPhone', 5, false],
    [true, false, false, 7, false],
  ],
  [
    ['inside another app, iPhone', `${IPHONE} Mobile/15E148`, 'iPhone', 5, false],
    [true, false, false, 7, false],
  ],
  [
    ['Chrome, Android', `Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`, 'Linux armv81', 5, false],
    [false, false, false, null, false],
  ],
  [
    ['Chrome, Android, installed', `Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`, 'Linux armv81', 5, true],
    [false, true, false, null, false],
  ],
  [
    ['Chrome, Mac', `${MAC.split(' AppleWebKit')[0]} ${CHROME}`, 'MacIntel', 0, false],
    [false, false, false, null, false],
  ],
  [
    [
      'Firefox, Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Win32',
      10,
      false,
    ],
    [false, false, false, null, true],
  ],
  [
    [
      'Firefox, Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      'MacIntel',
      0,
      false,
    ],
    [false, false, false, null, true],
  ],
  [
    [
      'Firefox, Android',
      'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
      'Linux armv81',
      5,
      false,
    ],
    [false, false, false, null, true],
  ],
] as const)('%s', ([[, userAgent, platform, maxTouchPoints, standalone], expected]) => {
  const { isIos, isInstalled, isIosSafari, clearsAfterDays, asksBeforePersisting } = platformOf({
    userAgent,
    platform,
    maxTouchPoints,
    standalone,
  });
  expect([isIos, isInstalled, isIosSafari, clearsAfterDays, asksBeforePersisting]).toEqual(expected);
});
