import { generateSecret, generateURI, verifySync } from "otplib";
import QRCode from "qrcode";

const ISSUER = "全球战略科学家人才地图";
const STEP_SECONDS = 30;
/** One step to either side (S11): a phone's clock may be half a minute off. */
const TOLERANCE_SECONDS = STEP_SECONDS;

/** What an authenticator app is given. */
export interface TotpOffer {
  /** Base 32. */
  readonly secret: string;
  /** `otpauth://` address. */
  readonly uri: string;
  /** The address as a picture. */
  readonly qrSvg: string;
}

/** A new secret of 160 bits (RFC 4226) for an account's name. */
export async function newTotp(name: string): Promise<TotpOffer> {
  const secret = generateSecret();
  return offerTotp(name, secret);
}

/** A secret as an authenticator app takes it. */
export async function offerTotp(name: string, secret: string): Promise<TotpOffer> {
  const uri = generateURI({ issuer: ISSUER, label: name, secret });
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: "svg", margin: 1, errorCorrectionLevel: "M" }) };
}

/**
 * The time step that a code belongs to, when it is right at that time (milliseconds since 1970), give or take one step, and later than the
 * last one used; else undefined. RFC 6238 §5.2: a code counts once.
 */
export function totpStep(secret: string, code: string, now: number, lastStep: number | null): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const checked = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return checked.valid && "timeStep" in checked ? checked.timeStep : undefined;
}
