//! What may happen in a step, as plain data: a sequence of it is written down, cut and run again.

use assay_primitives::{Balance, Moment, ParameterKey, Quantity};
use serde::{Deserialize, Serialize};

/// A vault, by its place in `setup::OWNERS`; one scope each.
pub type Vault = usize;
/// Zurich or London.
pub type Custodian = usize;
pub type Auditor = usize;
pub type Holder = usize;
/// A lot, by its place in the model.
pub type LotNo = usize;
/// Zurich, London, and the two auditors.
pub type OfficeNo = usize;
/// What a bond is for: the issuer's promise, Zurich's, London's.
pub type Purpose = usize;
/// Milliseconds from now; what has passed is negative.
pub type Ahead = i64;

/// Whoever signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Party {
	Issuer,
	Custodian(Custodian),
	Auditor(Auditor),
	Holder(Holder),
	Escrow,
	/// Somebody who is known and has nothing to do with it.
	Anyone,
}

/// What a custodian says of a vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
	pub vault: Vault,
	pub as_of: Ahead,
	pub valid_until: Ahead,
	pub quantity: Quantity,
	pub at_market: bool,
	pub liquid: bool,
	/// Lots under its root; none when it has no root.
	pub root: Vec<LotNo>,
}

/// How a custodian is proven wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proof {
	/// By a statement as of the same moment, and whether it says something else.
	Conflict(Vault, bool),
	LowerFigure(Auditor, Vault, Quantity),
	DoublePledge(LotNo, Vault, Vault),
}

/// Lots as they are registered: each with its quantity and when it matures.
pub type Inputs = Vec<(LotNo, Quantity, Option<Ahead>)>;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
	/// Time passes, at least until the next slot, as if in blocks that come in time.
	Pass(Moment),
	/// The same without a block in between.
	StandStill(Moment),
	/// A parameter is another one from now on.
	Set(ParameterKey, u64),

	/// By the custodian, or handed in by somebody with its signature.
	Report(Statement, bool),
	WithdrawReport(Vault),
	/// Quantity, whether it confirms, whether it names a report of before, whether it is handed in.
	Verdict(Auditor, Vault, Quantity, [bool; 3]),
	/// By the issuer or by the custodian.
	RemoveScope(Vault, bool),
	Challenge(Party, Vault, Vec<LotNo>),
	/// The challenge by its place among the open ones of the vault, and the moment it speaks of.
	Answer(Vault, usize, Ahead),
	ReturnDeposit(Vault, usize),
	Prove(Party, Proof),

	/// For the asset, or for the settlement asset.
	Register(Custodian, Vault, bool, Inputs),
	WithdrawLots(Custodian, Vault, Vec<LotNo>),
	Encumber(Custodian, Vault, Vec<LotNo>),
	Lift(Custodian, Vec<LotNo>),
	RemoveLots(Custodian, Vec<LotNo>),
	/// From one vault to another, up to a moment.
	Offer(Custodian, [Vault; 2], Vec<LotNo>, Ahead),
	AcceptOffer(Custodian, usize),
	CancelOffer(Custodian, usize),
	ReportCash(Custodian, LotNo, Quantity, Option<Ahead>),

	Suspend(OfficeNo),
	Reinstate(OfficeNo),
	/// Up to a moment, or without an end.
	Renew(OfficeNo, Option<Ahead>),
	RequireBond(Custodian, Option<Balance>),
	Freeze(Holder, bool),
	Sanction(Holder, bool),
	/// Redemptions of the asset.
	Pause(bool),
	/// Whether there is an escrow account.
	NameEscrow(bool),

	/// The price of so many units.
	BondTerms(Balance, Balance),
	Post(Purpose, Balance),
	TopUp(Purpose, Balance),
	AskBack(Purpose, Balance),
	KeepBonded(Purpose),
	TakeBack(Purpose),
	/// By the purpose whose poster keeps it, and for whom.
	Collect(Purpose, Party),

	/// The number of the order, the end of its validity, and who gets what.
	Mint(usize, Ahead, Vec<(Holder, Balance)>),
	PruneOrder(usize),
	/// Capacity, refill in a day, and most at once.
	SetBucket([Balance; 3]),
	CancelRaise,
	Request(Holder, Balance),
	Accept(usize),
	Reject(usize),
	Cancel(Party, usize),
	Release(Custodian, usize, Vec<(Vault, LotNo, Quantity)>),
	Burn(usize),
	Breach(usize),
	ReportBlocked(usize),
	Divert(usize),
	/// By the amount paid.
	OfferCash(usize, Balance),
	ConfirmCash(Party, usize, Balance),
	Prune(usize),
}
