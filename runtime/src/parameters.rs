//! Every number of the runtime that is not a type, in one place.

use assay_primitives::{Balance, BlockNumber, Moment, ASY, DAY, SECOND};
use polkadot_sdk::{
	frame_support::{
		parameter_types,
		weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
	},
	frame_system::limits::{BlockLength, BlockWeights},
	sp_runtime::Perbill,
	sp_version::RuntimeVersion,
};

/// Length of a slot in milliseconds. Nodes read it once, at start: it must never change.
pub const SLOT_DURATION: Moment = 2 * SECOND;
/// Blocks in a minute.
pub const MINUTES: BlockNumber = 30;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// A deposit for `items` stored items that take `bytes` bytes together, given back on removal.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance) * ASY / 100 + (bytes as Balance) * ASY / 10_000
}

/// Share of a block that ordinary transactions may fill.
const NORMAL_SHARE: Perbill = Perbill::from_percent(75);
/// A third of the slot: the block must be built in the first half of its slot and imported by the
/// others, about a fifth slower, before the next slot begins.
const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND * 2 / 3, u64::MAX);
/// Five MiB.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const Version: RuntimeVersion = crate::VERSION;
	/// Blocks whose hashes stay known, and so the longest life of a mortal transaction: 2.3 hours.
	pub const BlockHashCount: BlockNumber = 4_096;
	pub RuntimeBlockWeights: BlockWeights =
		BlockWeights::with_sensible_defaults(MAXIMUM_BLOCK_WEIGHT, NORMAL_SHARE);
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(
			polkadot_sdk::frame_support::dispatch::DispatchClass::Normal,
			|length| *length = NORMAL_SHARE * MAXIMUM_BLOCK_LENGTH,
		)
		.build();
	pub const Ss58Prefix: u16 = crate::SS58_PREFIX as u16;

	// Consensus.
	pub const MinimumPeriod: Moment = SLOT_DURATION / 2;
	pub const MaxAuthorities: u32 = 64;
	/// A session lasts an hour.
	pub const SessionPeriod: BlockNumber = HOURS;
	pub const SessionOffset: BlockNumber = 0;
	/// Sessions whose validators stay provable, so how late an equivocation may be reported: a week.
	pub const ProvableSessions: u32 = 7 * 24;
	pub const ReportLongevity: u64 = 7 * 24 * HOURS as u64;
	pub const MaxSetIdSessionEntries: u64 = ProvableSessions::get() as u64;
	pub const SessionKeyDeposit: Balance = deposit(3, 300);

	// Money for fees.
	pub const ExistentialDeposit: Balance = ASY / 1_000;
	pub const FeePerByte: Balance = ASY / 100_000;

	// Governance.
	pub const MotionDuration: BlockNumber = 7 * DAYS;
	pub MaxProposalWeight: Weight = Perbill::from_percent(50) * RuntimeBlockWeights::get().max_block;
	pub MaxScheduledWeight: Weight = Perbill::from_percent(20) * RuntimeBlockWeights::get().max_block;
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	/// Between the council's decision on an upgrade and the moment it may be applied.
	pub const UpgradeDelay: Moment = DAY;
	pub const FeeGrantCap: Balance = 100_000 * ASY;
	pub const FeeGrantPeriod: Moment = 30 * DAY;

	// Accounts' conveniences.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);

	// Who takes part, and what there is.
	pub const IdentityDeposit: Balance = deposit(4, 1_024);
	pub const LinkProposalDeposit: Balance = deposit(1, 64);
	pub const LinkProposalPeriod: Moment = 7 * DAY;
	pub const ReplacementDeposit: Balance = deposit(1, 192);
	/// How long an account that is being replaced may object before its successor is linked.
	pub const ReplacementObjectionPeriod: Moment = 7 * DAY;
	pub const AssetDeposit: Balance = 100 * ASY;
	pub const DocumentDeposit: Balance = deposit(1, 512);
	/// How long holders and the council may object to new terms of an asset.
	pub const TermsDelay: Moment = 14 * DAY;
	/// How long new terms may wait for a second organisation and, later, to be applied.
	pub const TermsPeriod: Moment = 14 * DAY;
	pub const TransferApprovalDeposit: Balance = deposit(1, 128);
	/// With the position that an identity without units gets by it.
	pub const OptInDeposit: Balance = deposit(2, 256);
	pub const VaultDeposit: Balance = deposit(1, 128);
	pub const LotDeposit: Balance = deposit(1, 256);
	/// What asking a custodian for a fresh statement costs who asks without need.
	pub const ChallengeDeposit: Balance = 100 * ASY;
	/// How long a custodian has to answer such a question.
	pub const AnswerPeriod: Moment = 3 * DAY;

	// Forced actions.
	pub const DocketDeposit: Balance = deposit(2, 512);
	/// How long a docket freezes and waits for a second organisation: three days.
	pub const DocketPeriod: Moment = 3 * DAY;
	/// How long after a docket that nobody approved its organisation does not freeze that holder's
	/// units of the asset alone: 90 days.
	pub const DocketRefreezePeriod: Moment = 90 * DAY;
	/// How long a docket that has ended stays readable on chain, and its case cannot be proposed
	/// again.
	pub const DocketRetention: Moment = 365 * DAY;

	// Issuance.
	/// Between the decision to raise a mint allowance and the moment it is raised.
	pub const AllowanceRaiseDelay: Moment = DAY;
	/// How long a redemption that has ended stays readable on chain.
	pub const RedemptionHistory: Moment = 90 * DAY;
	/// A block that comes later than this after its parent was preceded by an outage: thirty slots.
	pub const OutageThreshold: Moment = 60 * SECOND;
	/// How long a holder must be known to be blocked before escrow takes its place in a redemption.
	pub const BlockedPeriod: Moment = 30 * DAY;
	/// How long a finding that a holder is blocked counts before it must be repeated.
	pub const BlockedRecheck: Moment = 7 * DAY;
	/// How long a reserve must be on record as deficient before redemptions are paid pro rata.
	pub const DeficiencyPeriod: Moment = 7 * DAY;
	/// How long after a breach only the holder ends its redemption.
	pub const BreachEndPeriod: Moment = 30 * DAY;

	// Bonds.
	/// Between the request for bonded units and the moment they are free.
	pub const BondWithdrawalNotice: Moment = 14 * DAY;

	// Brakes.
	pub const SafeModeDuration: BlockNumber = DAYS;
	pub MaxMigrationWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}
