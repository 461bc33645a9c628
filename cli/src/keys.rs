//! Keys: an encrypted file each, or a seed that everybody knows on a chain for trying things out.
//!
//! A key file is JSON. Its secret, a BIP-39 phrase or seed with derivations, is encrypted by
//! XChaCha20-Poly1305 under a key that Argon2id makes of the password. What is not secret in the
//! file is authenticated with it, so that nobody can put another address over a secret.

use crate::errors::{Failure, Outcome};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
	aead::{Aead, AeadCore, KeyInit, OsRng, Payload},
	XChaCha20Poly1305, XNonce,
};
use serde::{Deserialize, Serialize};
use std::{
	fs,
	io::Write,
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt::utils::AccountId32;
use subxt_signer::{bip39::Mnemonic, sr25519::Keypair, SecretUri};

/// More memory than this is a file made to exhaust the machine.
const MAX_MEMORY_KIB: u32 = 1 << 20;
const MAX_ITERATIONS: u32 = 64;
const MAX_NAME: usize = 64;

/// How costly it is to try one password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Derivation {
	algorithm: DerivationAlgorithm,
	memory_kib: u32,
	iterations: u32,
	parallelism: u32,
	salt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DerivationAlgorithm {
	Argon2id,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Cipher {
	#[serde(rename = "xchacha20-poly1305")]
	XChaCha20Poly1305,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Scheme {
	Sr25519,
}

/// A key file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
	version: u8,
	name: String,
	scheme: Scheme,
	/// For people; the public key is what counts.
	pub address: String,
	/// 32 bytes in hex.
	pub public_key: String,
	derivation: Derivation,
	cipher: Cipher,
	nonce: String,
	ciphertext: String,
}

/// How costly a new file makes it to try a password.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
	memory_kib: u32,
	iterations: u32,
}

impl Default for Cost {
	/// About half a second and 64 MiB for each try: OWASP's Argon2id figures, tripled.
	fn default() -> Self {
		Self {
			memory_kib: 64 * 1024,
			iterations: 3,
		}
	}
}

/// A folder of key files.
#[derive(Clone, Debug)]
pub struct Keystore {
	folder: PathBuf,
	cost: Cost,
}

impl Keystore {
	/// The folder need not exist yet.
	pub fn new(folder: impl Into<PathBuf>) -> Self {
		Self {
			folder: folder.into(),
			cost: Cost::default(),
		}
	}

	/// Encrypts `secret` under `password` into a new file.
	pub fn add(&self, name: &str, secret: &str, password: &str) -> Outcome<KeyFile> {
		check_name(name)?;
		if is_known_to_everybody(secret) {
			return Err(Failure::key("everybody knows this secret").next(
				"`assay key generate NAME` makes one of your own; //Name needs no key file",
			));
		}
		if password.is_empty() {
			return Err(Failure::key("the password is empty").next("choose a password"));
		}
		let path = self.path(name);
		if path.exists() {
			return Err(Failure::input(format!("there is a key `{name}` already"))
				.next("choose another name, or move its file away first"));
		}
		let account = AccountId32(keypair(secret)?.public_key().0);
		let mut file = KeyFile {
			version: 1,
			name: name.to_string(),
			scheme: Scheme::Sr25519,
			address: account.to_string(),
			public_key: hex::encode(account.0),
			derivation: Derivation {
				algorithm: DerivationAlgorithm::Argon2id,
				memory_kib: self.cost.memory_kib,
				iterations: self.cost.iterations,
				parallelism: 1,
				salt: hex::encode(random()),
			},
			cipher: Cipher::XChaCha20Poly1305,
			nonce: hex::encode(XChaCha20Poly1305::generate_nonce(&mut OsRng)),
			ciphertext: String::new(),
		};
		let payload = Payload {
			msg: secret.as_bytes(),
			aad: &file.authenticated(),
		};
		let sealed = file
			.cipher(password)?
			.encrypt(&file.nonce()?, payload)
			.map_err(|_| Failure::key("the secret cannot be encrypted"))?;
		file.ciphertext = hex::encode(sealed);
		self.write(&path, &file)?;
		Ok(file)
	}

	/// Decrypts the key `name`.
	pub fn open(&self, name: &str, password: &str) -> Outcome<Keypair> {
		let file = self.read(name)?;
		let sealed = hex::decode(&file.ciphertext).map_err(|_| broken(name, "its ciphertext"))?;
		let payload = Payload {
			msg: &sealed,
			aad: &file.authenticated(),
		};
		let secret = file
			.cipher(password)?
			.decrypt(&file.nonce()?, payload)
			.map_err(|_| {
				Failure::key(format!("the password does not open the key `{name}`"))
					.next("try again; nothing was sent")
			})?;
		let secret = String::from_utf8(secret).map_err(|_| broken(name, "its secret"))?;
		let pair = keypair(&secret)?;
		match hex::encode(pair.public_key().0) == file.public_key {
			true => Ok(pair),
			false => Err(broken(name, "its public key")),
		}
	}

	/// The file of the key `name`, without its secret.
	pub fn read(&self, name: &str) -> Outcome<KeyFile> {
		check_name(name)?;
		let path = self.path(name);
		let text = fs::read_to_string(&path).map_err(|_| {
			Failure::key(format!(
				"there is no key `{name}` in {}",
				self.folder.display()
			))
			.next("`assay key list` shows the keys, `assay key generate NAME` makes one")
		})?;
		serde_json::from_str(&text).map_err(|error| broken(name, &error.to_string()))
	}

	/// Every key, by name.
	pub fn list(&self) -> Outcome<Vec<(String, KeyFile)>> {
		let Ok(entries) = fs::read_dir(&self.folder) else {
			return Ok(Vec::new());
		};
		let mut keys = Vec::new();
		for entry in entries.flatten() {
			let path = entry.path();
			let stem = path.file_stem().and_then(|stem| stem.to_str());
			if let (Some("json"), Some(name)) = (path.extension().and_then(|e| e.to_str()), stem) {
				keys.push((name.to_string(), self.read(name)?));
			}
		}
		keys.sort_by(|a, b| a.0.cmp(&b.0));
		Ok(keys)
	}

	/// Where the files are.
	pub fn folder(&self) -> &Path {
		&self.folder
	}

	fn path(&self, name: &str) -> PathBuf {
		self.folder.join(format!("{name}.json"))
	}

	fn write(&self, path: &Path, file: &KeyFile) -> Outcome {
		let fail = |error: std::io::Error| {
			Failure::key(format!("{} cannot be written: {error}", path.display()))
				.next("choose another folder with --keystore")
		};
		fs::create_dir_all(&self.folder).map_err(fail)?;
		let mut options = fs::OpenOptions::new();
		options.write(true).create_new(true);
		#[cfg(unix)]
		std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
		let text = serde_json::to_string_pretty(file).map_err(|e| fail(e.into()))?;
		let mut target = options.open(path).map_err(fail)?;
		target
			.write_all(format!("{text}\n").as_bytes())
			.map_err(fail)
	}
}

impl KeyFile {
	/// The account that the key signs for.
	pub fn account(&self) -> Outcome<AccountId32> {
		let bytes: Option<[u8; 32]> = hex::decode(&self.public_key)
			.ok()
			.and_then(|bytes| bytes.try_into().ok());
		bytes
			.map(AccountId32)
			.ok_or_else(|| broken(&self.name, "its public key"))
	}

	/// What must not change without the password.
	fn authenticated(&self) -> Vec<u8> {
		let Derivation {
			memory_kib,
			iterations,
			parallelism,
			salt,
			..
		} = &self.derivation;
		format!(
			"assay key {}|sr25519|{}|{memory_kib}|{iterations}|{parallelism}|{salt}",
			self.version, self.public_key
		)
		.into_bytes()
	}

	fn nonce(&self) -> Outcome<XNonce> {
		let bytes = hex::decode(&self.nonce).map_err(|_| broken(&self.name, "its nonce"))?;
		let bytes: [u8; 24] = bytes
			.try_into()
			.map_err(|_| broken(&self.name, "its nonce"))?;
		Ok(bytes.into())
	}

	fn cipher(&self, password: &str) -> Outcome<XChaCha20Poly1305> {
		let Derivation {
			memory_kib,
			iterations,
			parallelism,
			salt,
			..
		} = &self.derivation;
		if *memory_kib > MAX_MEMORY_KIB || *iterations > MAX_ITERATIONS {
			return Err(broken(
				&self.name,
				"its derivation, which asks for too much memory or time",
			));
		}
		let params = Params::new(*memory_kib, *iterations, *parallelism, Some(32))
			.map_err(|_| broken(&self.name, "its derivation"))?;
		let salt = hex::decode(salt).map_err(|_| broken(&self.name, "its salt"))?;
		let mut key = [0u8; 32];
		Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
			.hash_password_into(password.as_bytes(), &salt, &mut key)
			.map_err(|_| broken(&self.name, "its derivation"))?;
		Ok(XChaCha20Poly1305::new(&key.into()))
	}
}

/// 32 bytes that nobody can guess.
pub fn random() -> [u8; 32] {
	XChaCha20Poly1305::generate_key(&mut OsRng).into()
}

/// A new phrase of 12 or 24 words.
pub fn generate_phrase(words: usize) -> Outcome<String> {
	let random = random();
	let entropy = match words {
		12 => &random[..16],
		24 => &random[..],
		_ => return Err(Failure::input("a phrase has 12 or 24 words")),
	};
	Mnemonic::from_entropy(entropy)
		.map(|phrase| phrase.to_string())
		.map_err(|error| Failure::key(format!("no phrase can be made: {error}")))
}

/// The key pair of a phrase, a `0x` seed or a `//Name`, with derivations.
pub fn keypair(secret: &str) -> Outcome<Keypair> {
	let bad = || {
		Failure::key("the secret is neither a phrase of known words nor a 0x seed of 32 bytes")
			.next("check for missing or misspelt words")
	};
	let uri = SecretUri::from_str(secret.trim()).map_err(|_| bad())?;
	Keypair::from_uri(&uri).map_err(|_| bad())
}

/// Whether `name` stands for a seed that everybody knows.
pub fn is_dev(name: &str) -> bool {
	name.starts_with("//")
}

/// The phrase of every SDK chain for trying things out; `//Name` is derived from it.
const KNOWN_PHRASE: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

fn is_known_to_everybody(secret: &str) -> bool {
	let words: Vec<&str> = secret.split_whitespace().collect();
	words.first().is_some_and(|word| is_dev(word)) || words.join(" ").starts_with(KNOWN_PHRASE)
}

fn check_name(name: &str) -> Outcome {
	let fine = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
	match !name.is_empty()
		&& name.len() <= MAX_NAME
		&& !name.starts_with('.')
		&& name.chars().all(fine)
	{
		true => Ok(()),
		false => Err(
			Failure::input(format!("`{name}` cannot be the name of a key"))
				.next("use letters, digits, `-`, `_` and `.`, at most 64, not starting with `.`"),
		),
	}
}

fn broken(name: &str, part: &str) -> Failure {
	Failure::key(format!("the file of key `{name}` is damaged: {part}"))
		.next("restore it from a copy, or `assay key import` the phrase again")
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A test vector of BIP-39.
	const PHRASE: &str =
		"legal winner thank year wave sausage worth useful legal winner thank yellow";
	const ALICE: &str = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

	fn store() -> (tempfile::TempDir, Keystore) {
		let folder = tempfile::tempdir().unwrap();
		let cost = Cost {
			memory_kib: 64,
			iterations: 1,
		};
		let store = Keystore {
			folder: folder.path().join("keys"),
			cost,
		};
		(folder, store)
	}

	fn rewrite(store: &Keystore, name: &str, change: impl Fn(&mut KeyFile)) {
		let mut file = store.read(name).unwrap();
		change(&mut file);
		fs::write(store.path(name), serde_json::to_string(&file).unwrap()).unwrap();
	}

	#[test]
	fn works_for_a_round_trip() {
		let (_folder, store) = store();
		let file = store
			.add("alice", &format!("{PHRASE}//Alice"), "correct horse")
			.unwrap();
		let pair = store.open("alice", "correct horse").unwrap();
		assert_eq!(hex::encode(pair.public_key().0), file.public_key);
		assert_eq!(store.list().unwrap().len(), 1);
		let text = fs::read_to_string(store.path("alice")).unwrap();
		assert!(!text.contains("sausage"));
	}

	#[test]
	fn works_for_seeds_that_everybody_knows() {
		let known = hex::encode(keypair("//Alice").unwrap().public_key().0);
		assert_eq!(known, ALICE);
	}

	#[test]
	fn fails_when_everybody_knows_the_secret() {
		let (_folder, store) = store();
		for secret in [
			"//Alice",
			KNOWN_PHRASE,
			&format!(" {KNOWN_PHRASE}//Bob//stash"),
		] {
			let failure = store.add("a", secret, "pw").unwrap_err();
			assert_eq!(failure.what, "everybody knows this secret");
		}
		assert!(store.list().unwrap().is_empty());
	}

	#[cfg(unix)]
	#[test]
	fn only_the_owner_reads_the_file() {
		use std::os::unix::fs::PermissionsExt;
		let (_folder, store) = store();
		store.add("a", PHRASE, "pw").unwrap();
		let mode = fs::metadata(store.path("a")).unwrap().permissions().mode();
		assert_eq!(mode & 0o777, 0o600);
	}

	#[test]
	fn fails_when_the_password_is_wrong() {
		let (_folder, store) = store();
		store.add("a", PHRASE, "right").unwrap();
		let failure = store.open("a", "wrong").unwrap_err();
		assert_eq!(failure.exit_code(), 4);
		assert!(failure.what.contains("does not open the key `a`"));
	}

	#[test]
	fn fails_when_the_file_was_changed() {
		let (_folder, store) = store();
		let other = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		let changes: [&dyn Fn(&mut KeyFile); 5] = [
			&|file| file.public_key = other.into(),
			&|file| file.derivation.iterations = 2,
			&|file| file.derivation.memory_kib = MAX_MEMORY_KIB + 1,
			&|file| file.nonce = "00".into(),
			&|file| file.ciphertext = "zz".into(),
		];
		for (index, change) in changes.iter().enumerate() {
			let name = format!("key{index}");
			store.add(&name, PHRASE, "pw").unwrap();
			rewrite(&store, &name, change);
			assert_eq!(
				store.open(&name, "pw").unwrap_err().exit_code(),
				4,
				"change {index}"
			);
		}
	}

	#[test]
	fn fails_when_there_is_no_such_key() {
		let (_folder, store) = store();
		let failure = store.open("nobody", "pw").unwrap_err();
		assert_eq!(failure.exit_code(), 4);
		assert!(failure.what.contains("there is no key `nobody`"));
	}

	#[test]
	fn fails_when_the_name_is_taken_or_unfit() {
		let (_folder, store) = store();
		store.add("a", PHRASE, "pw").unwrap();
		assert!(store
			.add("a", PHRASE, "pw")
			.unwrap_err()
			.what
			.contains("already"));
		for name in ["", "../a", "a/b", ".a", "a b"] {
			assert_eq!(
				store.add(name, PHRASE, "pw").unwrap_err().exit_code(),
				2,
				"{name}"
			);
		}
		assert_eq!(store.add("b", PHRASE, "").unwrap_err().exit_code(), 4);
	}

	#[test]
	fn fails_when_the_secret_is_no_phrase() {
		for secret in ["bottom drive obey", "0x1234", ""] {
			assert!(secret.is_empty() || keypair(secret).is_err(), "{secret}");
		}
	}

	#[test]
	fn phrases_are_new_each_time() {
		let (a, b) = (generate_phrase(12).unwrap(), generate_phrase(24).unwrap());
		assert_eq!((a.split(' ').count(), b.split(' ').count()), (12, 24));
		assert_ne!(a, generate_phrase(12).unwrap());
		assert!(keypair(&a).is_ok() && keypair(&b).is_ok());
		assert!(generate_phrase(13).is_err());
	}
}
