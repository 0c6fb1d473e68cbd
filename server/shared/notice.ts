/**
 * Version of the privacy notice in force: the day of its last change. Its text stands in web/features/notice/locales; a test fails when
 * the text changes without this, because people are asked again to take note of it whenever the version changes.
 */
export const NOTICE_VERSION = "2026-11-22";
