import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError, InternalError } from "./errors.ts";

/** What a key is derived for; one purpose's key opens nothing of another's. */
export type SecretPurpose = "audit" | "session" | "totp" | "contact" | "refusal" | "attachment";

/** Where the key comes from. */
export interface SecretSettings {
  /** 32 bytes in base64 (`SECRET_KEY`); undefined takes the file in the data directory. */
  readonly secretKey?: string | undefined;
  readonly dataDir: string;
}

/** The installation's secret, from which a key of its own is derived for each purpose. The key itself cannot be read from it. */
export interface Secret {
  /** HMAC-SHA-256 of a text in hex: the same for the same text, purpose and installation. */
  mac(purpose: SecretPurpose, text: string): string;
  /** Encrypts a text (AES-256-GCM, a new nonce each time); the answer is printable. */
  seal(purpose: SecretPurpose, text: string): string;
  /** The text of {@link Secret.seal}. @throws AppError `SECRET_MISMATCH` when it was changed or sealed with another key */
  open(purpose: SecretPurpose, sealed: string): string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";
const VERSION = "s1.";
/** Rights of the file for its group and for others. */
const OF_OTHERS = 0o077;

function unusable(zh: string, en: string): AppError {
  return new AppError("SECRET_UNUSABLE", zh, en);
}

function parseKey(text: string): Buffer | undefined {
  const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : undefined;
  return key?.length === KEY_BYTES ? key : undefined;
}

function systemCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Made aside and linked, so that it appears whole and only once however many processes start together. */
function makeKeyFile(path: string): void {
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  try {
    chmodSync(draft, 0o600);
    linkSync(draft, path);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readKeyFile(dataDir: string): Buffer {
  const path = join(resolve(dataDir), "secret");
  mkdirSync(resolve(dataDir), { recursive: true, mode: 0o700 });
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) makeKeyFile(path);
  else if ((found.mode & OF_OTHERS) !== 0) {
    throw unusable(
      "密钥文件 DATA_DIR/secret 可被其他用户读取，请执行 chmod 600 后重新启动。",
      "The key file DATA_DIR/secret can be read by other users; run chmod 600 on it and start again.",
    );
  }
  const key = parseKey(readFileSync(path, "utf8").trim());
  if (key !== undefined) return key;
  throw unusable(
    "密钥文件 DATA_DIR/secret 已损坏，请从备份恢复。",
    "The key file DATA_DIR/secret is damaged; restore it from the backup of the data directory.",
  );
}

class DerivedSecret implements Secret {
  readonly #root: Buffer;
  readonly #keys = new Map<string, Buffer>();

  constructor(root: Buffer) {
    this.#root = root;
  }

  mac(purpose: SecretPurpose, text: string): string {
    return createHmac("sha256", this.#key(`mac:${purpose}`))
      .update(text)
      .digest("hex");
  }

  seal(purpose: SecretPurpose, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key(`seal:${purpose}`), nonce);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
  }

  open(purpose: SecretPurpose, sealed: string): string {
    try {
      if (!sealed.startsWith(VERSION)) throw new InternalError();
      const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
      const opener = createDecipheriv(CIPHER, this.#key(`seal:${purpose}`), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      opener.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([opener.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), opener.final()]).toString("utf8");
    } catch (error) {
      throw new AppError(
        "SECRET_MISMATCH",
        "数据是用另一把密钥加密的，或已被改动；请恢复原来的 SECRET_KEY 或 DATA_DIR/secret。",
        "The data were sealed with another key, or changed; restore the SECRET_KEY or DATA_DIR/secret they were written with.",
        { cause: error },
      );
    }
  }

  /** HKDF-SHA-256 (RFC 5869); making and sealing never share a key. */
  #key(info: string): Buffer {
    const known = this.#keys.get(info);
    if (known !== undefined) return known;
    const made = Buffer.from(hkdfSync("sha256", this.#root, "talent-map", info, KEY_BYTES));
    this.#keys.set(info, made);
    return made;
  }
}

/**
 * The installation's secret: `SECRET_KEY`, else the file `secret` in the data directory, made on first use (mode 0600).
 * Instances on one database must be given the same key.
 * @throws AppError `SECRET_UNUSABLE` when the key is not 32 bytes in base64, or its file is damaged or readable by others
 */
export function openSecret(settings: SecretSettings): Secret {
  if (settings.secretKey === undefined) return new DerivedSecret(readKeyFile(settings.dataDir));
  const key = parseKey(settings.secretKey);
  if (key !== undefined) return new DerivedSecret(key);
  throw unusable(
    "SECRET_KEY 应为 32 字节的 base64 文本，可用 openssl rand -base64 32 生成。",
    "SECRET_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32",
  );
}
