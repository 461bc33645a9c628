//! What a policy says: rules as they are stored. What they mean is decided in `rules`.

use assay_primitives::{
	Balance, BasisPoints, ClaimTopic, IdentityId, InvestorCategory, Jurisdiction, Moment, BPS, DAY,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Rules that one policy may have.
pub const MAX_RULES: u32 = 32;
/// Bytes that one policy may have, in SCALE: every movement reads all of them, whatever they say, and
/// the declared weights are measured with as many.
pub const MAX_POLICY_BYTES: u16 = 4_096;
/// Issuers that one claim rule may name.
pub const MAX_ISSUERS: u32 = 4;
/// Countries that one jurisdiction rule may name.
pub const MAX_JURISDICTIONS: u32 = 64;
/// Identities that one denylist may name.
pub const MAX_DENIED: u32 = 64;
/// Pairs that one rule on counterparties may name.
pub const MAX_PAIRS: u32 = 64;
/// Windows that one rule on times may name.
pub const MAX_WINDOWS: u32 = 16;
/// Rules on the volume per period that one policy may have, each of another period.
pub const MAX_VOLUME_RULES: u32 = 4;

const MINUTE: Moment = 60_000;
const MINUTES_A_DAY: u16 = 1_440;
/// The Unix epoch was a Thursday, the fourth day of a week that starts on Monday.
const WEEKDAY_OF_EPOCH: u64 = 3;

/// Which party a rule looks at.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Side {
	/// Who gives.
	Sender,
	/// Who receives.
	Receiver,
	/// Each of them.
	Both,
}

impl Side {
	/// Whether a rule on this side looks at the sender.
	pub const fn sender(self) -> bool {
		matches!(self, Self::Sender | Self::Both)
	}

	/// Whether a rule on this side looks at the receiver.
	pub const fn receiver(self) -> bool {
		matches!(self, Self::Receiver | Self::Both)
	}
}

/// What a list means.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ListMode {
	/// Only those on the list.
	Allow,
	/// All but those on the list.
	Deny,
}

/// When transfers are open. Times are UTC; the start belongs to the window, the end does not.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Window {
	/// Every week on these days, between two times of the day. A night is two windows.
	Weekly {
		/// One bit a day: 1 is Monday, 2 Tuesday, 4 Wednesday … 64 Sunday.
		days: u8,
		/// Minutes after midnight.
		from_minute: u16,
		/// Minutes after midnight, up to 1,440.
		until_minute: u16,
	},
	/// Once, between two moments.
	Once {
		/// First moment, in ms.
		from: Moment,
		/// First moment that is too late, in ms.
		until: Moment,
	},
}

impl Window {
	/// Whether the window is one: it names a day and ends after it starts.
	pub const fn is_valid(self) -> bool {
		match self {
			Self::Weekly {
				days,
				from_minute,
				until_minute,
			} => {
				days > 0
					&& days < 128 && from_minute < until_minute
					&& until_minute <= MINUTES_A_DAY
			},
			Self::Once { from, until } => from < until,
		}
	}

	/// Whether transfers are open at `now`.
	pub fn is_open(self, now: Moment) -> bool {
		match self {
			Self::Weekly {
				days,
				from_minute,
				until_minute,
			} => {
				let (day, time) = (now.checked_div(DAY), now.checked_rem(DAY));
				let (Some(day), Some(time)) = (day, time) else {
					return false;
				};
				let weekday = day
					.checked_add(WEEKDAY_OF_EPOCH)
					.and_then(|day| day.checked_rem(7))
					.and_then(|day| u32::try_from(day).ok())
					.and_then(|day| 1_u8.checked_shl(day));
				let minute = time.checked_div(MINUTE).unwrap_or(0);
				weekday.is_some_and(|weekday| days & weekday != 0)
					&& u64::from(from_minute) <= minute
					&& minute < u64::from(until_minute)
			},
			Self::Once { from, until } => from <= now && now < until,
		}
	}
}

/// Who gives to whom; nobody named is everybody.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Pair {
	/// Who gives.
	pub sender: Option<IdentityId>,
	/// Who receives.
	pub receiver: Option<IdentityId>,
}

impl Pair {
	/// Whether these two are meant.
	pub fn matches(&self, sender: IdentityId, receiver: IdentityId) -> bool {
		self.sender.is_none_or(|named| named == sender)
			&& self.receiver.is_none_or(|named| named == receiver)
	}
}

/// One rule of a policy. All rules must hold. Which movements each binds says
/// [`binds`](Rule::binds).
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Rule {
	/// The party has an unexpired claim on the topic from an approved issuer.
	///
	/// Example: receiver, KYC, no issuer named: whoever receives has been checked by any approved
	/// provider.
	RequiredClaim {
		/// Which party.
		side: Side,
		/// What the claim is about.
		topic: ClaimTopic,
		/// Issuers that this asset accepts; empty for every approved one.
		issuers: BoundedVec<IdentityId, ConstU32<MAX_ISSUERS>>,
	},
	/// The party's country is, or is not, on the list.
	///
	/// Example: receiver, deny, 840: nobody of the United States receives (Reg S, flowback).
	Jurisdictions {
		/// Which party.
		side: Side,
		/// What the list means.
		mode: ListMode,
		/// ISO 3166-1 numeric codes.
		list: BoundedVec<Jurisdiction, ConstU32<MAX_JURISDICTIONS>>,
	},
	/// The receiver's investor category is one of these.
	///
	/// Example: professional, institutional: no retail investor receives (MiFID II).
	ReceiverCategory {
		/// Categories that may receive.
		allowed: BoundedVec<InvestorCategory, ConstU32<4>>,
	},
	/// Neither party is one of these.
	///
	/// Example: 17, 23: these two neither give nor receive.
	Denylist {
		/// Identities that may neither give nor receive.
		identities: BoundedVec<IdentityId, ConstU32<MAX_DENIED>>,
	},
	/// The receiver's position does not exceed this, over all its accounts, free and held.
	///
	/// Example: 5,000: who holds 4,999 may receive one more.
	MaxBalance {
		/// Smallest units of the asset.
		units: Balance,
	},
	/// The receiver's position does not exceed this share of the supply there is then. The limit is
	/// rounded down: the other holders gain the fraction.
	///
	/// Example: 1,000 of 10,000 bps at a supply of 999 units: nobody may receive a 100th unit. The
	/// issuer is spared, since it receives the first units of all.
	MaxBalanceBps {
		/// Share of the supply in bps, up to 10,000.
		bps: BasisPoints,
	},
	/// No more identities than this hold the asset.
	///
	/// Example: 99: the hundredth holder gets no unit until one of the others has given all away.
	MaxHolders {
		/// Identities.
		max: u32,
	},
	/// No more identities of a country than this hold the asset. Counts from the first unit that
	/// ever was, whenever the rule is set. Somebody who moves there is counted and not refused.
	///
	/// Example: 840, 1,999: at most so many holders of the United States.
	MaxHoldersPerCountry {
		/// ISO 3166-1 numeric code; `None` for each country by itself.
		country: Option<Jurisdiction>,
		/// Identities.
		max: u32,
	},
	/// Nobody but the issuer transfers before this moment.
	///
	/// Example: the first of January: until then only the issuer places units.
	LockUp {
		/// First moment at which transfers are free, in ms.
		until: Moment,
	},
	/// Units may be given away once they have been held for this long; other units of the position
	/// go first. Counts what is received while the rule is in force. What arrives within the same
	/// fifteenth of the period counts from the last of it, so that a holder waits at most a
	/// fifteenth longer: the rule gains. The issuer is spared.
	///
	/// Example: 40 days: of 100 units received today and 20 held before, 20 may be given away.
	HoldingPeriod {
		/// In ms, above zero.
		period_ms: Moment,
	},
	/// Transfers happen in one of these windows alone.
	///
	/// Example: Monday to Friday (31), 480 to 1,020: from 8:00 to 17:00 UTC.
	TransferWindows {
		/// When transfers are open; with none they never are.
		windows: BoundedVec<Window, ConstU32<MAX_WINDOWS>>,
	},
	/// An identity gives away no more than this in one period. Periods follow each other from
	/// 1 January 1970, 0:00 UTC. Counts what is given while the rule is in force.
	///
	/// Example: 1,000 units, 86,400,000 ms: at most so many on a day by UTC.
	VolumePerPeriod {
		/// Smallest units of the asset.
		units: Balance,
		/// In ms, above zero.
		period_ms: Moment,
	},
	/// No smaller amount moves, but for all that the sender holds.
	///
	/// Example: 100: 99 units move only if they are the sender's last.
	MinimumAmount {
		/// Smallest units of the asset.
		units: Balance,
	},
	/// Whoever holds the asset after the movement holds at least this.
	///
	/// Example: 1,000: of 1,500 units, 501 cannot be given away, 500 or all can.
	MinimumPosition {
		/// Smallest units of the asset.
		units: Balance,
	},
	/// Who gives, gives its whole position at once. The issuer is spared.
	///
	/// Example: a participation that must not be split: of 100 units, 100 move or none.
	FullBalanceOnly,
	/// A compliance officer of the asset has approved the movement by `approve_transfer`. One
	/// approval is for one movement.
	///
	/// Example: approved 1 to 2, up to 100, until Friday: 2 gets 60 on Thursday and no more.
	PreApproval,
	/// The pair of sender and receiver is, or is not, on the list.
	///
	/// Example: allow (7 to anybody), (anybody to 7): all trade goes through the market maker 7.
	Counterparties {
		/// What the list means.
		mode: ListMode,
		/// Who gives to whom.
		pairs: BoundedVec<Pair, ConstU32<MAX_PAIRS>>,
	},
	/// No more units than this exist.
	///
	/// Example: 1,000,000: a mint that would make it one more is refused.
	SupplyCap {
		/// Smallest units of the asset.
		units: Balance,
	},
	/// The receiver has agreed to receive this asset, by `opt_in`.
	///
	/// Example: nobody can be sent units that it does not want.
	ReceiverOptIn,
}

impl Rule {
	/// Whether the rule's own figures make sense.
	pub fn is_valid(&self) -> bool {
		match self {
			Self::MaxBalanceBps { bps } => *bps <= BPS,
			Self::HoldingPeriod { period_ms } | Self::VolumePerPeriod { period_ms, .. } => {
				*period_ms > 0
			},
			Self::TransferWindows { windows } => windows.iter().all(|window| window.is_valid()),
			Self::RequiredClaim { .. }
			| Self::Jurisdictions { .. }
			| Self::ReceiverCategory { .. }
			| Self::Denylist { .. }
			| Self::MaxBalance { .. }
			| Self::MaxHolders { .. }
			| Self::MaxHoldersPerCountry { .. }
			| Self::LockUp { .. }
			| Self::MinimumAmount { .. }
			| Self::MinimumPosition { .. }
			| Self::FullBalanceOnly
			| Self::PreApproval
			| Self::Counterparties { .. }
			| Self::SupplyCap { .. }
			| Self::ReceiverOptIn => true,
		}
	}
}

/// Every rule of an asset. An asset without a policy does not move; a policy without rules asks
/// only for identities in good standing.
pub type Policy = BoundedVec<Rule, ConstU32<MAX_RULES>>;

/// Whether every rule is valid, and those that count in a position can: at most one holding period,
/// and at most [`MAX_VOLUME_RULES`] rules on the volume, each of another period.
pub fn policy_is_valid(policy: &Policy) -> bool {
	let holding = holding_periods(policy).count();
	let mut periods: alloc::vec::Vec<Moment> = volume_periods(policy).collect();
	let rules = periods.len();
	periods.sort_unstable();
	periods.dedup();
	policy.iter().all(Rule::is_valid)
		&& holding <= 1
		&& periods.len() == rules
		&& u32::try_from(rules).is_ok_and(|rules| rules <= MAX_VOLUME_RULES)
}

/// How long a policy is in bytes, in SCALE. None is longer than the number can say.
pub fn policy_bytes(policy: &Policy) -> u16 {
	u16::try_from(policy.encoded_size()).unwrap_or(u16::MAX)
}

/// Periods that units are held for before they may be given away.
pub fn holding_periods(policy: &Policy) -> impl Iterator<Item = Moment> + '_ {
	policy.iter().filter_map(|rule| match rule {
		Rule::HoldingPeriod { period_ms } => Some(*period_ms),
		_ => None,
	})
}

/// Periods that volumes are counted in.
pub fn volume_periods(policy: &Policy) -> impl Iterator<Item = Moment> + '_ {
	policy.iter().filter_map(|rule| match rule {
		Rule::VolumePerPeriod { period_ms, .. } => Some(*period_ms),
		_ => None,
	})
}

/// A policy that takes the place of the one in force, at a moment.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScheduledPolicy {
	/// First moment at which it is in force, in ms.
	pub effective_at: Moment,
	/// The rules.
	pub policy: Policy,
}

/// Leave for one movement, given beforehand by an officer of the asset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TransferApproval<AccountId> {
	/// The most that may move, in smallest units.
	pub max_amount: Balance,
	/// Last moment at which it counts, in ms.
	pub until: Moment,
	/// Who left the deposit, and how much.
	pub deposit: Deposit<AccountId>,
}

/// ASY that is held of somebody while something is stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Deposit<AccountId> {
	/// Who gets it back.
	pub depositor: AccountId,
	/// How much, in ASY.
	pub amount: Balance,
}
