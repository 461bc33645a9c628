//! A redemption: its states, its terms, and what is recorded of it.

use alloc::vec::Vec;
use assay_primitives::{
	claim_before_fee, AssetId, Balance, BasisPoints, Hash, IdentityId, Moment, Quantity,
	RedemptionId, UnitRatio,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::sp_core::U256;
use scale_info::TypeInfo;

/// Where a redemption stands.
///
/// ```text
/// Requested ──▶ Accepted ──▶ Released ──▶ Burned
///  │  │  │        │   │         ▲
///  │  │  └────────│───┴▶ Breached
///  │  └───────────┤         │
///  ▼              ▼         │
/// Rejected    Cancelled ◀───┘
/// ```
///
/// What ends before it is accepted or in breach is not stored: its event is all that is left of it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum RedemptionState {
	/// The units are held; the issuer has not answered.
	Requested,
	/// The issuer owes the underlying by `release_by`; a part of it may have been handed over.
	Accepted,
	/// All of it has been handed over; only the burn is left.
	Released,
	/// The units are gone.
	Burned,
	/// It was taken back or a docket ended it, and the holder had the units back. Stored only when it
	/// had been accepted or in breach.
	Cancelled,
	/// The issuer refused, and the holder has the units. Never stored.
	Rejected,
	/// The issuer missed its deadline and owes a penalty beside the underlying. The holder takes the
	/// units back, or waits and is released late.
	Breached,
}

impl RedemptionState {
	/// Every state, for tables and tests.
	pub const ALL: [Self; 7] = [
		Self::Requested,
		Self::Accepted,
		Self::Released,
		Self::Burned,
		Self::Cancelled,
		Self::Rejected,
		Self::Breached,
	];

	/// Whether a redemption may go from this state to `next`.
	pub const fn can_become(self, next: Self) -> bool {
		use RedemptionState::*;
		match self {
			Requested => matches!(next, Accepted | Cancelled | Rejected | Breached),
			Accepted => matches!(next, Released | Cancelled | Breached),
			Breached => matches!(next, Released | Cancelled),
			Released => matches!(next, Burned),
			Burned | Cancelled | Rejected => false,
		}
	}

	/// Whether units are held for it.
	pub const fn is_open(self) -> bool {
		use RedemptionState::*;
		match self {
			Requested | Accepted | Released | Breached => true,
			Burned | Cancelled | Rejected => false,
		}
	}

	/// Whether the issuer owes something: the answer, the underlying, or both late.
	pub const fn is_owed(self) -> bool {
		use RedemptionState::*;
		match self {
			Requested | Accepted | Breached => true,
			Released | Burned | Cancelled | Rejected => false,
		}
	}
}

/// The issuer's promise to deliver.
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
pub struct Acceptance {
	/// The issuer's identity that accepted.
	pub by: IdentityId,
	/// When.
	pub at: Moment,
	/// Last moment for the release, outages and pauses not counted.
	pub release_by: Moment,
}

/// The handing over of the underlying, in one part or in several.
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
pub struct Release {
	/// The organisation that kept the newest part.
	pub custodian: IdentityId,
	/// How much has left the reserve, over all parts; in the end exactly the claim.
	pub quantity: Quantity,
	/// BLAKE2b-256 of the newest part's proof of delivery.
	pub evidence: Hash,
	/// When the newest part left.
	pub at: Moment,
}

/// A deadline missed, and what it costs the issuer, in the settlement asset of the bond.
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
pub struct Breach {
	/// When it was found.
	pub at: Moment,
	/// The penalty for what had not been handed over by then, rounded up: the holder gains.
	pub owed: Balance,
	/// What the bond has paid of it.
	pub paid: Balance,
}

/// A payment outside the chain, by reference.
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
pub struct CashPayment {
	/// BLAKE2b-256 of the payment order or of its confirmation by the bank.
	pub hash: Hash,
	/// How much, in the smallest unit of the currency.
	pub amount: Balance,
	/// ISO 4217, for instance `CHF`.
	pub currency: [u8; 3],
}

/// Money in place of what is left of a claim, offered by the issuer and confirmed by the holder.
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
pub struct CashLeg {
	/// The payment.
	pub payment: CashPayment,
	/// The part of the claim that it stands for; set once the holder has confirmed.
	pub settled: Option<Quantity>,
}

/// A holder who may not be paid.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Payee<AccountId> {
	/// The holder, as far as is known.
	Holder,
	/// The holder, who has been found not to be payable again and again since this moment.
	Blocked {
		/// When it was found first.
		since: Moment,
		/// When it was found last.
		seen: Moment,
	},
	/// The asset's escrow account keeps it for the holder.
	Escrow {
		/// The account, as it was registered then.
		account: AccountId,
	},
}

/// A claim on its way to its end. Terms are fixed at the request: no later change of unit,
/// redemption terms or parameters touches them.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Redemption<AccountId> {
	/// The asset.
	pub asset: AssetId,
	/// The account whose units are held.
	pub holder: AccountId,
	/// The identity behind it at the request.
	pub identity: IdentityId,
	/// Units held, and burned at the end.
	pub amount: Balance,
	/// What one unit claimed at the request: no later change of terms reaches what was asked for.
	pub unit: UnitRatio,
	/// Underlying owed after the fee, rounded down: the reserve gains the fraction. Once released by a
	/// deficient reserve or in part, what was handed over.
	pub claim: Quantity,
	/// What stays in the reserve of what the units claim, in bps.
	pub fee_bps: BasisPoints,
	/// BLAKE2b-256 of the instruction where and to whom to deliver.
	pub delivery: Hash,
	/// Where it stands.
	pub state: RedemptionState,
	/// When it was asked for.
	pub requested_at: Moment,
	/// The time for the release starts no sooner: the end of the notice.
	pub notice_until: Moment,
	/// Last moment for the issuer's answer, outages and pauses not counted.
	pub accept_by: Moment,
	/// Time from acceptance in which all of the claim must be released, in ms.
	pub release_within: Moment,
	/// What outages and pauses had added up to when the deadline that runs began, in ms.
	pub clock_ms: Moment,
	/// What waits for deficiencies had added up to when it was accepted, in ms.
	pub waited_ms: Moment,
	/// For how long its deadlines were put off because the holder could not be paid, in ms.
	pub blocked_ms: Moment,
	/// Penalty on a breach, in the settlement asset of the bond; zero when the asset has no bond terms.
	pub penalty: Balance,
	/// Set from acceptance on.
	pub acceptance: Option<Acceptance>,
	/// Set from the breach on, also when it was cured.
	pub breach: Option<Breach>,
	/// Set from the first part released on.
	pub release: Option<Release>,
	/// Set once the issuer offers money for what is left.
	pub cash: Option<CashLeg>,
	/// Who is paid.
	pub payee: Payee<AccountId>,
	/// When it ended; set once burned or, after the acceptance or a breach, cancelled.
	pub closed_at: Option<Moment>,
}

impl<AccountId> Redemption<AccountId> {
	/// Whether it waits for an answer before which later ones wait, too: of a holder not known to be
	/// blocked.
	pub fn is_in_queue(&self) -> bool {
		self.state == RedemptionState::Requested && !matches!(self.payee, Payee::Blocked { .. })
	}

	/// How much of the claim has left the reserve.
	pub fn released(&self) -> Quantity {
		self.release.map_or(0, |release| release.quantity)
	}

	/// How much of the claim money stands for.
	pub fn settled_in_cash(&self) -> Quantity {
		self.cash.and_then(|cash| cash.settled).unwrap_or_default()
	}

	/// Last moment for the step that is due, the answer or the release, when outages and pauses add
	/// up to `clock_ms`: each millisecond of them since the deadline began puts it off by one. Waits for
	/// deficiencies come on top.
	pub fn due_by(&self, clock_ms: Moment) -> Moment {
		let put_off = clock_ms.checked_sub(self.clock_ms).unwrap_or_default();
		self.acceptance
			.map_or(self.accept_by, |acceptance| acceptance.release_by)
			.checked_add(put_off)
			.unwrap_or(Moment::MAX)
	}

	/// Penalty that the issuer may have to pay yet, or has to.
	pub fn unpaid_penalty(&self) -> Balance {
		match self.breach {
			None => self.penalty,
			Some(breach) => breach.owed.checked_sub(breach.paid).unwrap_or_default(),
		}
	}

	/// The penalty for what has not been handed over, rounded up: the holder gains.
	pub fn penalty_for_rest(&self) -> Option<Balance> {
		let left = self.claim.checked_sub(self.released())?;
		let (whole, rest) = U256::from(self.penalty)
			.checked_mul(left.into())?
			.div_mod(U256::from(self.claim.max(1)));
		let whole = Balance::try_from(whole).ok()?;
		if rest.is_zero() {
			Some(whole)
		} else {
			whole.checked_add(1)
		}
	}

	/// The fewest units of it that claim, before the fee, what was handed over.
	pub fn units_for_released(&self) -> Option<Balance> {
		let before_fee = claim_before_fee(self.released(), self.fee_bps)?;
		Some(self.unit.units_ceil(before_fee)?.min(self.amount))
	}
}

/// One page of the redemptions of an asset that are open.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct RedemptionPage<AccountId> {
	/// Open redemptions, by rising number.
	pub items: Vec<(RedemptionId, Redemption<AccountId>)>,
	/// Where the next page starts; `None` at the end.
	pub next: Option<RedemptionId>,
}
