use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
	/// Why ASY are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a vault on record.
		Vault,
		/// For lots on record.
		Lots,
		/// For lists on record.
		Lists,
		/// For offers on record.
		Offers,
	}

	/// Custodians that the council has approved, by organisation.
	///
	/// Written by the council's calls, vaults counted by `open_vault` and `close_vault`; removed by
	/// `remove`. No deposit: the council bounds it.
	#[pallet::storage]
	pub type Custodians<T: Config> = StorageMap<_, Blake2_128Concat, IdentityId, Custodian>;

	/// Auditors that the council has approved, by organisation.
	///
	/// Written by the council's calls; removed by `remove`. No deposit: the council bounds it.
	#[pallet::storage]
	pub type Auditors<T: Config> = StorageMap<_, Blake2_128Concat, IdentityId, Approval>;

	/// The number that the next vault gets. Numbers are never used again.
	#[pallet::storage]
	pub type NextVaultId<T: Config> = StorageValue<_, VaultId, ValueQuery>;

	/// Vaults by number.
	///
	/// Written by `open_vault`, counted by the calls on lots, removed by `close_vault`. The deposit
	/// is [`Config::VaultDeposit`].
	#[pallet::storage]
	pub type Vaults<T: Config> = StorageMap<_, Blake2_128Concat, VaultId, Vault<T::AccountId>>;

	/// Lots by id.
	///
	/// Written by the calls on lots and by releases; removed by `remove_lots` and when registered
	/// anew. The deposit is [`Config::LotDeposit`].
	#[pallet::storage]
	pub type Lots<T: Config> = StorageMap<_, Blake2_128Concat, LotId, Lot<T::AccountId>>;

	/// What the lots of a scope add up to, and what has left it.
	///
	/// Written with the lots, removed by `close_vault` and when nothing is left to remember. Each
	/// vault has at most [`MAX_ASSETS_PER_VAULT`] of them.
	#[pallet::storage]
	pub type ScopeTotals<T: Config> = StorageMap<_, Blake2_128Concat, Scope, Totals>;

	/// The number that the next batch of lots gets.
	#[pallet::storage]
	pub type NextBatch<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// Published lists that are registered in batches, by scope and hash of the list.
	///
	/// Written by `open_list` and `register_lots`, removed by `remove_list`. The deposit is that of one
	/// lot, [`Config::LotDeposit`].
	#[pallet::storage]
	pub type Lists<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, Scope, Blake2_128Concat, Hash, LotList<T::AccountId>>;

	/// The number that the next offer gets. Numbers are never used again.
	#[pallet::storage]
	pub type NextOfferId<T: Config> = StorageValue<_, OfferId, ValueQuery>;

	/// Lots on offer to another vault.
	///
	/// Written by `offer_lots`, removed by `accept_lots` and `cancel_offer`. The deposit is that of
	/// its lots, [`Config::LotDeposit`] each.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Blake2_128Concat, OfferId, Offer<T::AccountId>>;

	/// Custodians and auditors from the first block on.
	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Organisations that keep reserves, with their licence. No bond is asked of them.
		pub custodians: Vec<(IdentityId, Licence)>,
		/// Organisations that audit reserves, with their licence.
		pub auditors: Vec<(IdentityId, Licence)>,
		#[serde(skip)]
		pub marker: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::approve_at_genesis(&self.custodians, &self.auditors);
		}
	}
}
