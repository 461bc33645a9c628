//! The command line: nouns, then verbs.

use crate::{
	commands::*,
	context::{Context, Options},
	errors::{Failure, Outcome},
};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Assay: claims on assets that nobody has to take on trust.
///
/// Results go to stdout, progress and errors to stderr. Exit codes: 0 done, 1 refused by the chain,
/// 2 wrong command line or file, 3 no answer from the node, 4 key or password.
#[derive(Debug, Parser)]
#[command(
	name = "assay",
	version,
	args_override_self = true,
	max_term_width = 100
)]
pub struct Cli {
	#[command(flatten)]
	pub options: Options,
	#[command(subcommand)]
	pub command: Command,
}

/// The nouns.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Keys on this machine
	#[command(subcommand)]
	Key(key::Verb),
	/// Who may take part: identities, claims, registrars
	#[command(subcommand)]
	Identity(identity::Verb),
	/// What an asset is: terms, approval, documents, roles
	#[command(subcommand)]
	Asset(asset::Verb),
	/// Who may hold and receive, and what is stopped
	#[command(subcommand)]
	Policy(policy::Verb),
	/// Move units to another holder
	Transfer(transfer::Transfer),
	/// Let somebody else spend
	#[command(subcommand)]
	Allowance(allowance::Verb),
	/// What identities hold, freezes, and the register of holders
	#[command(subcommand, visible_alias = "holders")]
	Position(position::Verb),
	/// Forced acts on what somebody holds: two organisations, a case, a deadline
	#[command(subcommand)]
	Docket(docket::Verb),
	/// Who keeps and who audits reserves
	#[command(subcommand)]
	Custody(custody::Verb),
	/// Where reserves lie
	#[command(subcommand)]
	Vault(vault::Verb),
	/// What lies there, bar by bar
	#[command(subcommand)]
	Lot(lot::Verb),
	/// What custodians and auditors say of a reserve
	#[command(subcommand)]
	Attest(attest::Verb),
	/// What stands behind the promises of issuers and custodians
	#[command(subcommand)]
	Bond(bond::Verb),
	/// What a reserve is worth now
	#[command(subcommand)]
	Reserve(reserve::Verb),
	/// What a holder has, what stands behind it, and who has power over it; --verify proves it
	Statement(statement::Arguments),
	/// How units come to be
	#[command(subcommand)]
	Mint(mint::Verb),
	/// How units end, and what they claimed is handed over
	#[command(subcommand)]
	Redeem(redeem::Verb),
	/// The rules of a reserve, and how far a vote can move them
	#[command(subcommand)]
	Parameter(parameter::Verb),
	/// Motions and votes
	#[command(subcommand)]
	Council(council::Verb),
	/// ASY, which fees are paid in
	#[command(subcommand)]
	Fees(fees::Verb),
	/// Who makes blocks, and the keys of one's own node
	#[command(subcommand)]
	Validator(validator::Verb),
	/// Upgrades of the runtime
	#[command(subcommand)]
	Upgrade(upgrade::Verb),
	/// What stops calls in an emergency
	#[command(subcommand)]
	Brake(brake::Verb),
	/// The chain itself
	#[command(subcommand)]
	Chain(chain::Verb),
	/// Say what is wrong with the connection, the chain or the key
	Doctor,
	/// Print completions for a shell
	Completions {
		/// Shell
		#[arg(value_enum)]
		shell: Shell,
	},
}

/// Carries a command out.
pub async fn run(context: &Context, command: Command) -> Outcome {
	match command {
		Command::Key(verb) => key::run(context, verb).await,
		Command::Identity(verb) => identity::run(context, verb).await,
		Command::Asset(verb) => asset::run(context, verb).await,
		Command::Policy(verb) => policy::run(context, verb).await,
		Command::Transfer(transfer) => transfer::run(context, transfer).await,
		Command::Allowance(verb) => allowance::run(context, verb).await,
		Command::Position(verb) => position::run(context, verb).await,
		Command::Docket(verb) => docket::run(context, verb).await,
		Command::Custody(verb) => custody::run(context, verb).await,
		Command::Vault(verb) => vault::run(context, verb).await,
		Command::Lot(verb) => lot::run(context, verb).await,
		Command::Attest(verb) => attest::run(context, verb).await,
		Command::Bond(verb) => bond::run(context, verb).await,
		Command::Reserve(verb) => reserve::run(context, verb).await,
		Command::Statement(arguments) => statement::run(context, arguments).await,
		Command::Mint(verb) => mint::run(context, verb).await,
		Command::Redeem(verb) => redeem::run(context, verb).await,
		Command::Parameter(verb) => parameter::run(context, verb).await,
		Command::Council(verb) => council::run(context, verb).await,
		Command::Fees(verb) => fees::run(context, verb).await,
		Command::Validator(verb) => validator::run(context, verb).await,
		Command::Upgrade(verb) => upgrade::run(context, verb).await,
		Command::Brake(verb) => brake::run(context, verb).await,
		Command::Chain(verb) => chain::run(context, verb).await,
		Command::Doctor => doctor::run(context).await,
		Command::Completions { shell } => {
			clap_complete::generate(shell, &mut Cli::command(), "assay", &mut std::io::stdout());
			Ok(())
		},
	}
}

/// A command inside another: it inherits the options of the outer one, and may override them.
pub fn inner(outer: &Context, command: &[String]) -> Outcome<(Context, Command)> {
	let options = outer.options.to_args();
	let words = std::iter::once("assay".to_string())
		.chain(options)
		.chain(command.iter().cloned());
	let cli = Cli::try_parse_from(words).map_err(|error| {
		let text = error.render().to_string();
		let sentence = text.lines().next().unwrap_or_default();
		Failure::input(format!(
			"`{}`: {}",
			command.join(" "),
			sentence.trim_start_matches("error: ")
		))
		.next("try the inner command on its own first, with --help")
	})?;
	Ok((Context::new(cli.options), cli.command))
}

impl Options {
	/// The options as words of a command line.
	fn to_args(&self) -> Vec<String> {
		let path = |path: &std::path::PathBuf| path.display().to_string();
		let values = [
			("--url", Some(self.url.clone())),
			("--as", self.key.clone()),
			("--multisig", self.multisig.clone()),
			(
				"--output",
				self.output
					.to_possible_value()
					.map(|it| it.get_name().to_string()),
			),
			(
				"--wait",
				self.wait
					.to_possible_value()
					.map(|it| it.get_name().to_string()),
			),
			("--keystore", self.keystore.as_ref().map(path)),
			("--password-file", self.password_file.as_ref().map(path)),
		];
		let mut words: Vec<String> = values
			.into_iter()
			.filter_map(|(name, value)| value.map(|value| [name.to_string(), value]))
			.flatten()
			.collect();
		if self.dry_run {
			words.push("--dry-run".into());
		}
		words
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn command_line_is_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn options_may_follow_the_verb() {
		let cli =
			Cli::try_parse_from(["assay", "asset", "list", "--output", "json", "--as", "//A"]);
		assert_eq!(cli.unwrap().options.key.as_deref(), Some("//A"));
	}

	#[test]
	fn fails_when_terms_are_approved_without_their_hash() {
		let words = ["assay", "asset", "terms", "approve", "HBG"];
		assert!(Cli::try_parse_from(words).is_err());
		let hash = ["--terms-hash", "0x00"];
		assert!(Cli::try_parse_from(words.into_iter().chain(hash)).is_ok());
	}

	#[test]
	fn inner_commands_inherit_and_override_options() {
		let outer = [
			"assay",
			"--as",
			"//A",
			"--dry-run",
			"--url",
			"ws://x",
			"chain",
			"status",
		];
		let outer = Context::new(Cli::try_parse_from(outer).unwrap().options);
		let words = ["asset", "suspend", "HBG", "--as", "//B"].map(String::from);
		let (context, command) = inner(&outer, &words).unwrap();
		assert!(matches!(
			command,
			Command::Asset(asset::Verb::Suspend { .. })
		));
		assert_eq!(context.options.key.as_deref(), Some("//B"));
		assert_eq!(context.options.url, "ws://x");
		assert!(context.options.dry_run);
	}

	#[test]
	fn fails_when_the_inner_command_is_none() {
		let outer = Context::new(Cli::try_parse_from(["assay", "doctor"]).unwrap().options);
		let failure = inner(&outer, &["asset".into(), "suspnd".into()])
			.err()
			.unwrap();
		assert_eq!(failure.exit_code(), 2);
		assert!(
			failure.what.contains("unrecognized subcommand 'suspnd'"),
			"{failure}"
		);
	}

	#[test]
	fn motions_swallow_the_whole_inner_command() {
		let words = "assay council enact --members //A,//B asset suspend HBG --as //C";
		let cli = Cli::try_parse_from(words.split(' ')).unwrap();
		let Command::Council(council::Verb::Enact {
			members, command, ..
		}) = cli.command
		else {
			panic!()
		};
		assert_eq!(members, ["//A", "//B"]);
		assert_eq!(command, ["asset", "suspend", "HBG", "--as", "//C"]);
	}
}
