//! What every command needs: the options, the chain, the key, and how calls reach the chain.

use crate::{
	accounts::{self, hex},
	amounts,
	api::{self, runtime_types::pallet_asset_registry::types::AssetDetails, RuntimeCall},
	chain::{self, At, Chain, Receipt, Wait},
	council::{self, Motion},
	errors::{Failure, Outcome},
	input::asset::{underlying_decimals, underlying_name},
	keys::{self, Keystore},
	moment, multisig,
	output::{Answer, Format},
};
use clap::Args;
use std::path::PathBuf;
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;
use tokio::sync::OnceCell;

/// Decimals of ASY, which fees are paid in.
pub const ASY_DECIMALS: u32 = 12;

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
pub struct Options {
	/// The node to talk to
	#[arg(
		long,
		global = true,
		env = "ASSAY_URL",
		default_value = "ws://127.0.0.1:9944"
	)]
	pub url: String,
	/// The key to sign with: a name in the keystore, or //Name on a chain for trying things out
	#[arg(id = "as", long, global = true, env = "ASSAY_KEY", value_name = "KEY")]
	pub key: Option<String>,
	/// Act as a multisig: its threshold and all signatories, THRESHOLD:A,B,C
	#[arg(long, global = true, value_name = "THRESHOLD:ACCOUNTS")]
	pub multisig: Option<String>,
	/// How answers are written
	#[arg(long, global = true, value_enum, default_value_t)]
	pub output: Format,
	/// When a transaction counts as done
	#[arg(long, global = true, value_enum, default_value_t)]
	pub wait: Wait,
	/// Say what would happen; send nothing
	#[arg(long, global = true)]
	pub dry_run: bool,
	/// Folder of the key files
	#[arg(long, global = true, env = "ASSAY_KEYSTORE", value_name = "FOLDER")]
	pub keystore: Option<PathBuf>,
	/// File whose first line is the key's password, instead of asking for it
	#[arg(long, global = true, env = "ASSAY_PASSWORD_FILE", value_name = "FILE")]
	pub password_file: Option<PathBuf>,
}

/// By what right calls are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
	/// The key's own account.
	Own,
	/// The council: what is sent becomes a motion.
	Motion(Option<u32>),
	/// The council, whose keys are all at hand: what is sent is moved, voted and closed.
	Enact(Vec<String>, Option<u32>),
}

/// What a command works with.
pub struct Context {
	/// The options.
	pub options: Options,
	/// The keys.
	pub keystore: Keystore,
	/// By what right calls are sent.
	pub origin: Origin,
	/// Blocks that a motion's call waits after it is carried.
	pub after_blocks: Option<u32>,
	chain: OnceCell<Chain>,
	signer: OnceCell<Keypair>,
}

/// What commands need to know of an asset.
#[derive(Clone, Debug)]
pub struct AssetInfo {
	/// Its number.
	pub id: u32,
	/// Its ticker.
	pub symbol: String,
	/// Decimals of one token.
	pub decimals: u32,
	/// The underlying's smallest unit, as the terms name it.
	pub unit: String,
	/// Smallest units of the underlying …
	pub numerator: u128,
	/// … claimed by this many smallest units of the asset.
	pub denominator: u128,
	/// All that the registry knows.
	pub details: AssetDetails,
}

impl AssetInfo {
	/// Tokens into smallest units.
	pub fn parse(&self, text: &str) -> Outcome<u128> {
		amounts::parse(text, self.decimals)
	}

	/// Smallest units as tokens with the ticker.
	pub fn tokens(&self, units: u128) -> String {
		format!("{} {}", amounts::format(units, self.decimals), self.symbol)
	}

	/// The underlying's quantity into its smallest unit.
	pub fn parse_quantity(&self, text: &str) -> Outcome<u128> {
		amounts::parse(text, underlying_decimals(&self.unit))
	}

	/// A quantity of the underlying without its unit.
	pub fn figure(&self, quantity: u128) -> String {
		amounts::format_fixed(quantity, underlying_decimals(&self.unit))
	}

	/// A quantity of the underlying with its unit.
	pub fn quantity(&self, quantity: u128) -> String {
		format!("{} {}", self.figure(quantity), underlying_name(&self.unit))
	}
}

impl Context {
	/// Nothing is connected or asked yet.
	pub fn new(options: Options) -> Self {
		let folder = options.keystore.clone().unwrap_or_else(default_keystore);
		Self {
			options,
			keystore: Keystore::new(folder),
			origin: Origin::Own,
			after_blocks: None,
			chain: OnceCell::new(),
			signer: OnceCell::new(),
		}
	}

	/// The node, connected once.
	pub async fn chain(&self) -> Outcome<&Chain> {
		self.chain
			.get_or_try_init(|| Chain::connect(&self.options.url))
			.await
	}

	/// The key that `--as` names.
	pub async fn signer(&self) -> Outcome<&Keypair> {
		let name = self.options.key.as_deref().ok_or_else(|| {
			Failure::key("no key is named").next("add --as KEY, or set ASSAY_KEY")
		})?;
		self.signer.get_or_try_init(|| self.key(name)).await
	}

	/// The key `name`: from the keystore, or known to everybody on a chain for trying things out.
	pub async fn key(&self, name: &str) -> Outcome<Keypair> {
		if !keys::is_dev(name) {
			self.keystore.read(name)?;
			return self.keystore.open(name, &self.password(name)?);
		}
		match self.chain().await?.is_for_trying_out().await? {
			true => keys::keypair(name),
			false => Err(Failure::key(format!(
				"{name} is known to everybody, and this chain is not for trying things out"
			))
			.next("use a key of your own: `assay key generate NAME`")),
		}
	}

	/// The password of the key `name`: from the file that is named, or asked for.
	pub fn password(&self, name: &str) -> Outcome<String> {
		if let Some(path) = &self.options.password_file {
			let text = std::fs::read_to_string(path).map_err(|error| {
				Failure::key(format!(
					"the password file {} cannot be read: {error}",
					path.display()
				))
			})?;
			return Ok(text.lines().next().unwrap_or_default().to_string());
		}
		rpassword::prompt_password(format!("Password of {name}: ")).map_err(|error| {
			Failure::key(format!("the password cannot be asked for: {error}"))
				.next("name a file with --password-file")
		})
	}

	/// The account that acts: the key's own, or the multisig's.
	pub async fn acting_account(&self) -> Outcome<AccountId32> {
		match &self.options.multisig {
			Some(text) => Ok(multisig::Multisig::parse(text, &self.keystore)?.account()),
			None => Ok(AccountId32(self.signer().await?.public_key().0)),
		}
	}

	/// An account as the command line names it.
	pub fn account(&self, text: &str) -> Outcome<AccountId32> {
		accounts::parse(text, &self.keystore)
	}

	/// An identity by its number, or by an account that is linked to it.
	pub async fn identity(&self, text: &str) -> Outcome<u32> {
		if let Ok(number) = text.parse::<u32>() {
			return Ok(number);
		}
		let account = self.account(text)?;
		self.identity_of(account).await?.ok_or_else(|| {
			Failure::refused(format!("the account {text} is not linked to an identity"))
				.next("have a registrar link it: `assay identity link`")
		})
	}

	/// The identity behind an account.
	pub async fn identity_of(&self, account: AccountId32) -> Outcome<Option<u32>> {
		let question = api::view_functions().identities().identity_of(account);
		Ok(self
			.chain()
			.await?
			.ask(question)
			.await?
			.map(|link| link.identity))
	}

	/// An asset by its number or ticker.
	pub async fn asset(&self, text: &str) -> Outcome<AssetInfo> {
		self.asset_at(&self.chain().await?.best().await?, text)
			.await
	}

	/// An asset by its number or ticker, as it was at a block.
	pub async fn asset_at(&self, at: &At, text: &str) -> Outcome<AssetInfo> {
		let unknown = || {
			Failure::refused(format!("there is no asset `{text}`"))
				.named("UnknownAsset")
				.next("`assay asset list` shows the assets")
		};
		let questions = api::view_functions().asset_registry();
		let id = match text.parse::<u32>() {
			Ok(id) => id,
			Err(_) => {
				let question = questions.by_ticker(text.as_bytes().to_vec());
				chain::ask(at, question).await?.ok_or_else(unknown)?
			},
		};
		let details = chain::ask(at, questions.asset(id)).await?;
		let details = details.ok_or_else(unknown)?;
		Ok(AssetInfo {
			id,
			symbol: text_of(&details.terms.symbol.0),
			decimals: details.terms.decimals.into(),
			unit: text_of(&details.terms.underlying_unit.0),
			numerator: details.summary.unit.numerator,
			denominator: details.summary.unit.denominator,
			details,
		})
	}

	/// A point in time as the command line names it, by the chain's clock.
	pub async fn moment(&self, text: &str) -> Outcome<u64> {
		let now = if text.starts_with('+') {
			self.chain().await?.now().await?
		} else {
			0
		};
		moment::parse(text, now)
	}

	/// Sends a call by the right that the command line asks for.
	///
	/// `None` when nothing was carried out, because it was a dry run or became a motion; then the
	/// answer is on stdout already.
	pub async fn send(&self, call: RuntimeCall) -> Outcome<Option<Receipt>> {
		let call = match self.after_blocks {
			Some(after) => council::schedule_call(call, after),
			None => call,
		};
		match self.origin.clone() {
			Origin::Own => self.send_own(call).await,
			Origin::Motion(threshold) => {
				self.propose(call, threshold).await?;
				Ok(None)
			},
			Origin::Enact(members, threshold) => {
				if self.options.dry_run {
					self.propose(call, threshold).await?;
					return Ok(None);
				}
				council::enact(self, call, &members, threshold)
					.await
					.map(Some)
			},
		}
	}

	/// Sends a call that only the council may make: unless it is enacted, it becomes a motion.
	pub async fn send_as_council(&self, call: RuntimeCall) -> Outcome<Option<Receipt>> {
		match self.origin {
			Origin::Own => {
				self.propose(call, None).await?;
				Ok(None)
			},
			_ => self.send(call).await,
		}
	}

	/// Prints what a transaction did, if it was carried out.
	pub fn print_done(&self, receipt: Option<Receipt>, answer: Answer) {
		if let Some(receipt) = receipt {
			answer.and(describe(&receipt)).print(self.options.output);
		}
	}

	/// Prints an answer.
	pub fn print(&self, answer: Answer) {
		answer.print(self.options.output);
	}

	async fn send_own(&self, call: RuntimeCall) -> Outcome<Option<Receipt>> {
		let chain = self.chain().await?;
		let multisig = match &self.options.multisig {
			Some(text) => Some(multisig::Multisig::parse(text, &self.keystore)?),
			None => None,
		};
		let signer = self.signer().await?;
		let call = match &multisig {
			Some(multisig) => multisig.wrap(chain, signer, call).await?,
			None => call,
		};
		if self.options.dry_run {
			self.answer_dry_run(&call, signer).await?;
			return Ok(None);
		}
		let receipt = chain.submit(&call, signer, self.options.wait).await?;
		if multisig.is_some() && !multisig::was_carried_out(chain, &receipt).await? {
			self.print(
				Answer::new()
					.fact("multisig", "waits for more approvals")
					.and(describe(&receipt)),
			);
			return Ok(None);
		}
		Ok(Some(receipt))
	}

	async fn propose(&self, call: RuntimeCall, threshold: Option<u32>) -> Outcome {
		let chain = self.chain().await?;
		let propose = council::propose_call(chain, &call, threshold).await?;
		if let Some(receipt) = self.send_own(propose).await? {
			match council::motion_of(&receipt)? {
				Some(Motion {
					hash,
					index,
					threshold,
				}) => self.print(
					Answer::new()
						.fact("motion", hex(hash))
						.fact("index", index)
						.fact("threshold", threshold)
						.fact(
							"next",
							format!("assay council vote {} {index} aye", hex(hash)),
						)
						.and(describe(&receipt)),
				),
				// A council of one decides at once.
				None => {
					council::ensure_executed(chain, &receipt).await?;
					self.print(
						Answer::new()
							.fact("motion", "carried at once")
							.and(describe(&receipt)),
					);
				},
			}
		}
		Ok(())
	}

	async fn answer_dry_run(&self, call: &RuntimeCall, signer: &Keypair) -> Outcome {
		let result = self.chain().await?.dry_run(call, signer).await?;
		let fee = asy(result.fee);
		match result.refusal {
			Some(refusal) => Err(Failure {
				what: format!("dry run: {}", refusal.what),
				..refusal
			}),
			None => {
				self.print(
					Answer::new()
						.fact(
							"dry run",
							"it would succeed on the best block; nothing was sent",
						)
						.fact("fee", fee),
				);
				Ok(())
			},
		}
	}
}

/// ASY with its name.
pub fn asy(units: u128) -> String {
	format!("{} ASY", amounts::format(units, ASY_DECIMALS))
}

/// Bytes of the chain that are text.
pub fn text_of(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

/// Where a transaction is and what it cost.
fn describe(receipt: &Receipt) -> Answer {
	Answer::new()
		.fact("block", hex(receipt.block_hash))
		.fact("transaction", hex(receipt.tx_hash))
		.fact("fee", asy(receipt.fee))
}

fn default_keystore() -> PathBuf {
	let home = std::env::var_os("HOME")
		.map(PathBuf::from)
		.unwrap_or_default();
	home.join(".assay").join("keys")
}

/// Assets that tests speak of.
#[cfg(test)]
pub mod examples {
	use super::*;
	use crate::{
		api::runtime_types::{
			assay_primitives::{
				asset::{AssetKind, AssetStatus, AssetSummary, UnitRatio},
				redemption::RedemptionTerms,
			},
			pallet_asset_registry::types::{
				AssetProfile, AssetTerms, Filing, HolderRight, Segregation,
			},
		},
		convert::{bounded, text},
	};
	use subxt::utils::H256;

	/// Vaulted gold: six decimals, counted in thousandths of an ounce.
	pub fn gold() -> AssetInfo {
		let terms = AssetTerms {
			name: text("Gold"),
			symbol: text("HBG"),
			decimals: 6,
			underlying_unit: text("fine troy ounce /1000"),
			obligor: text("Helvetia Bullion SPV AG"),
			trustee: text(""),
			governing_law: text("Switzerland"),
			segregation: Segregation::Segregated,
			bankruptcy_remote: true,
			right: HolderRight::Title,
			isin: None,
			lei: None,
			redemption: RedemptionTerms {
				minimum_units: 0,
				lot_units: 0,
				notice_ms: 0,
				fee_bps: 0,
				window: None,
				categories: bounded([]),
				jurisdictions: bounded([]),
			},
		};
		let details = AssetDetails {
			summary: AssetSummary {
				status: AssetStatus::Active,
				kind: AssetKind::Commodity,
				issuer: 1,
				unit: UnitRatio {
					numerator: 1,
					denominator: 1_000,
				},
				underlying_unit: H256::zero(),
				settlement: false,
			},
			terms,
			terms_hash: H256::zero(),
			filing: Filing {
				drafted_by: 1,
				approved_by: None,
				documents: 0,
				grants: 0,
			},
			profile: AssetProfile {
				description: text(""),
				contact: text(""),
			},
		};
		AssetInfo {
			id: 7,
			symbol: "HBG".into(),
			decimals: 6,
			unit: "fine troy ounce /1000".into(),
			numerator: 1,
			denominator: 1_000,
			details,
		}
	}
}
