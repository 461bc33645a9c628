//! What may happen in a step, as plain data: a sequence of it is written down, cut and run again.

use assay_primitives::{Balance, Jurisdiction, Moment};
use serde::{Deserialize, Serialize};

/// An account, by its place in `setup::ACCOUNTS`.
pub type Account = usize;
/// Whoever stands behind accounts, by its place in the model.
pub type Person = usize;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic {
	Kyc,
	Aml,
}

/// Who vouches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Voucher {
	Registrar,
	Auditor,
}

/// Which party a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
	Sender,
	Receiver,
	Both,
}

/// When transfers are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Window {
	Weekly { days: u8, from: u16, until: u16 },
	Once { from: Moment, until: Moment },
}

/// A rule of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
	Claim(Side, Topic, Vec<Voucher>),
	Countries(Side, bool, Vec<Jurisdiction>),
	Categories(Vec<u8>),
	Denied(Vec<Person>),
	MaxBalance(Balance),
	MaxBalanceBps(u32),
	MaxHolders(u32),
	MaxHoldersOf(Option<Jurisdiction>, u32),
	LockUp(Moment),
	Holding(Moment),
	Windows(Vec<Window>),
	Volume(Balance, Moment),
	MinAmount(Balance),
	MinPosition(Balance),
	FullBalance,
	PreApproval,
	Pairs(bool, Vec<(Option<Person>, Option<Person>)>),
	SupplyCap(Balance),
	OptIn,
}

/// How much is frozen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Freeze {
	#[default]
	None,
	Partial(Balance),
	Full,
}

/// What is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
	Person(Person),
	Account(Account),
}

/// Which of the ledger's own transfers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Raw {
	Transfer(Account, Balance),
	KeepAlive(Account, Balance),
	Approved(Account, Account, Balance),
	All(Account, bool),
}

/// What a holder does in its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
	Raw(Raw),
	Guarded(Account, Balance),
	GuardedFrom(Account, Account, Balance),
	Approve(Account, Balance),
	CancelApproval(Account),
	Redeem(Balance),
	CancelRedemption(usize),
	Burn(usize),
	OptIn,
	OptOut(Person),
	Answer(usize),
	Object,
}

/// What carries the acts of a holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carrier {
	/// A transaction of the account; of the first act only.
	Own,
	/// `utility.batch`: up to the first that fails.
	Batch,
	/// `utility.batch_all`: all or none.
	BatchAll,
	/// `utility.force_batch`: each that succeeds.
	ForceBatch,
	/// `proxy.proxy` by another account; of the first act only.
	Proxy(Account),
	/// The same in a batch, where the pool does not look.
	HiddenProxy(Account),
	/// `multisig.as_multi_threshold_1` by a member; of the first act only.
	Multisig(Account),
}

/// What a docket orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
	Transfer(Account, Account, Balance),
	Seizure(Account, Account, Balance),
	Recovery(Account, Account),
	Wipe(Account, Balance),
}

/// Which agent handles a docket; the two are of different organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agent {
	Officer,
	TransferAgent,
}

/// Who asks to resume a movement, or to pause it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
	Council,
	Officer,
	Issuer,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
	/// Time passes, in ms; at least until the next slot.
	Pass(Moment),
	Do(Account, Carrier, Vec<Act>),
	/// Dry runs of transfers: sender, receiver, amount, spender.
	Ask(Vec<(Account, Account, Balance, Option<Account>)>),
	Mint(Vec<(Account, Balance)>),
	Suspend(Person),
	Reinstate(Person),
	Sanction(Person),
	LiftSanction(Person),
	Claim(Person, Topic, Voucher, Moment),
	RevokeClaim(Person, Topic, Voucher),
	ApproveVoucher(Topic, Voucher),
	RevokeVoucher(Topic, Voucher),
	Category(Person, u8),
	ChangeCountry(Person, Jurisdiction),
	/// With the asset named or with an empty list.
	Reseat(Person, bool),
	/// By another account, or by the registrar.
	Link(Person, Account, Option<Account>),
	Unlink(Account, Option<Account>),
	/// By another account or by the registrar: old, new, and whether the new one has signed.
	Replace(Option<Account>, Account, Account, bool),
	/// By the council or by the registrar.
	CancelReplacement(Account, bool),
	/// By the council.
	SettleReplacement(Account),
	CompleteReplacement(Account),
	MoveReplaced(Account),
	CloseReplacement(Account),
	SetPolicy(Vec<Rule>),
	SchedulePolicy(Vec<Rule>, Moment),
	CancelSchedule,
	ClearPolicy,
	PreApprove(Person, Person, Balance, Moment),
	CancelPreApproval(Person, Person),
	/// One target by `freeze`, several by `freeze_many`; nothing is `thaw`.
	Freeze(Vec<Target>, Freeze),
	/// The movement by its place among all.
	Pause(usize, By),
	Resume(usize, By),
	SuspendAsset,
	ResumeAsset,
	Propose(Agent, Order),
	Approve(Agent, usize),
	Reject(Agent, usize),
	Withdraw(Agent, usize),
	Renew(Agent, usize),
	Remove(usize),
	Accept(usize),
	RejectRedemption(usize),
	/// All that is still owed, or half of it.
	Release(usize, bool),
	/// For whoever needs past balances, without a call of its own.
	OpenCheckpoint,
	CloseCheckpoint(usize),
	Prune(Vec<Person>),
}
