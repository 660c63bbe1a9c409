//! The words of the field as types. It knows no file format and does no input or output.
//!
//! | type | key that users write | meaning |
//! | --- | --- | --- |
//! | [`Commune`] | `xa` | xã, phường or đặc khu |
//! | [`Province`] | `tinh` | tỉnh, or thành phố trực thuộc trung ương |
//! | [`Terrain`] | `dia_ban` | đô thị, nông thôn, or miền núi, biên giới, hải đảo |
//! | [`Component`] | `thanh_phan` | one of the 170 of the model of 2026, by its code |
//! | [`Layer`], [`Group`] | `lop`, `nhom` | the 4 layers and 12 groups of the model |
//! | [`Supplier`] | `cap` | who supplies a component |
//! | [`Pillar`] | `tru_cot` | chính quyền số, kinh tế số, xã hội số |
//! | [`Objective`] | `muc_tieu` | a measurable target |
//! | [`Task`] | `nhiem_vu` | a row of Phụ lục I |
//! | [`Phase`] | `giai_doan` | 1, 2 or 3 |
//! | [`BudgetRow`] | `dong` | a row of Phụ lục II |
//! | [`FundingSource`] | `nguon` | whose money |
//! | [`DisplayUnit`] | `don_vi_tinh` | the unit in which amounts are shown |
//! | [`RentOrBuy`] | `thue_hay_mua` | an item that is weighed: rented or bought |
//! | [`LegalBasis`] | `can_cu` | a law, decree, decision … |
//! | [`Body`] | `don_vi` | an organ that leads, helps or acts |
//! | [`Demand`] | `yeu_cau` | what a source asks of a commune's plan |
//! | [`Size`] | `tu`, `den` | the bounds within which an amount usually lies |
//! | [`ProvinceTask`] | | one of the province's 36, to which components contribute |
//! | [`Abbreviation`] | `viet_tat` | an entry of the glossary |

mod amount;
mod as_written;
mod body;
mod budget;
mod catalogue;
mod collation;
mod commune;
mod component;
mod condition;
mod date;
mod demand;
mod file_name;
mod funding;
mod gaps;
mod given_estimate;
mod glossary;
mod issue;
pub(crate) mod keys;
mod legal;
mod line_places;
mod list_mark;
mod money;
mod number;
pub mod number_words;
mod objective;
mod place;
mod placeholder;
pub mod plan;
mod price;
mod profile;
mod province;
mod rent_or_buy;
mod rich_text;
mod rule;
mod section;
mod size;
mod spelling;
mod starter;
mod syllable;
mod tally;
mod task;
mod timing;
pub mod vietnamese;
pub mod written;
mod years;

pub use amount::{Amount, DisplayUnit, MoneyFormat};
pub use as_written::{AsWritten, WrittenKey, WrittenValue};
pub use body::Body;
pub use budget::{BudgetRow, BudgetRowId, CostKind, CostLine, Estimate, PIECE, UnreadLine};
pub use catalogue::{Catalogue, Handbook};
pub use collation::{SortKey, sort_key};
pub use commune::{Commune, CommuneKind, Terrain};
pub use component::{
    Citation, Component, Dependency, Figure, Group, Guidance, Layer, Phase, Pillar, Supplier,
};
pub use condition::Condition;
pub use date::{Date, Period};
pub use demand::{
    Answer, AnsweredDemand, AnsweredSource, AskedContent, Demand, DemandCounts, DemandPlace,
    DemandSource, NamedPlace, PlanPlace, PlanTable, Reply, Verdict,
};
pub use file_name::{NameFault, name_fault, name_key, plain_name};
pub use funding::FundingSource;
pub use gaps::{Gap, Gaps};
pub use given_estimate::GivenEstimate;
pub use glossary::Abbreviation;
pub use issue::{Deputising, Issue, Issuer, OPEN_NUMBER, OpenDay, letters_of_open};
pub use legal::{LegalBasis, LegalState, Standing};
pub use line_places::{LinePieces, LinePlaces};
pub use list_mark::{ListMark, MarkKind, SIGNS, Series};
pub use money::{Dong, NoAmount, Overflow};
pub use number::{Decimal, is_grouped};
pub use objective::{Direction, Objective, Supersession};
pub use place::{Known, KnownProvince, Levels, Province, ProvinceKind};
pub(crate) use placeholder::{PLACEHOLDERS, TARGET_PLACEHOLDER};
pub use price::{PriceItem, PriceList};
pub use profile::{
    ChosenComponent, ChosenFunding, ChosenTask, ComponentText, GuidancePrint, LeftOut, Opinion,
    OwnSurvey, PhaseDates, Profile, Signatory, SurveyGroup, SurveyRow, SurveyValue, Target,
};
pub use province::{ProvinceTask, ProvinceTaskGroup};
pub use rent_or_buy::{COMPARED_YEARS, Comparison, RentOrBuy, Way};
pub use rich_text::{Alignment, Block, Grid, Inline, Item, Mark, RichText};
pub use rule::Explanation;
pub use section::{Section, SectionId};
pub use size::{Beyond, Measured, SMALL_PRICE, Size, size_of};
pub use spelling::{ascii_code, fold, is_same_name, name_in_one_spelling};
pub use starter::Starter;
pub use syllable::{is_syllable, is_vietnamese};
pub use tally::{Sum, TableRead, Tally};
pub use task::Task;
pub use timing::{DaysMeant, Timing, Wording, days_meant};
pub use years::{MOST_YEARS, years_meant};
