//! The words that make a sum of money of the figure beside them; [`super::currency`] says which currency each names.

use crate::text::WordClass;

/// Gives every word of a list the class of money.
macro_rules! money {
    ($($word:literal)*) => { &[$(($word, WordClass::MONEY)),*] };
}

/// Names, coins, codes and signs of currencies, in lower case.
pub(super) const WORDS: &[(&str, WordClass)] = money!(
    "aed" "afghani" "afghanis" "afn" "all" "amd" "ang" "aoa" "ars" "ats" "aud" "awg" "azn" "baht" "bahts"
    "bam" "bbd" "bdt" "bef" "bgn" "bhd" "bif" "birr" "bitcoin" "bitcoins" "bmd" "bnd" "bob" "bolivar"
    "bolivares" "bolivars" "brl" "bsd" "btc" "btn" "buck" "bucks" "bwp" "byn" "bzd" "cad" "cdf" "cedi"
    "cedis" "cent" "cents" "chf" "clp" "cny" "cop" "crc" "crown" "crowns" "cup" "cve" "czk" "dem" "deutschmark"
    "deutschmarks" "dinar" "dinars" "dirham" "dirhams" "djf" "dkk" "dlr" "dlrs" "dollar" "dollars" "dong" "dongs" "dop"
    "drachma" "drachmas" "dzd" "egp" "ern" "escudo" "escudos" "esp" "etb" "eth" "ether" "ethereum" "eur"
    "euro" "euros" "fim" "fjd" "fkp" "forint" "forints" "franc" "francs" "frf" "gbp" "gel" "ghs" "gip"
    "gmd" "gnf" "grd" "gtq" "guilder" "guilders" "gyd" "hkd" "hnl" "hryvnia" "hryvnias" "hryvnya" "htg"
    "huf" "idr" "iep" "ils" "inr" "iqd" "irr" "isk" "itl" "jmd" "jod" "jpy" "kes" "khr" "kmf"
    "kopeck" "kopecks" "kopek" "kopeks" "koruna" "korunas" "kpw" "kr" "krona" "kronas" "krone" "kroner" "krones"
    "kronor" "krw" "kuai" "kwacha" "kwd" "kyat" "kyats" "kyd" "kzt" "lak" "lbp" "lira" "liras" "lire" "lkr"
    "lrd" "lsl" "lyd" "mad" "mark" "markka" "markkaa" "markkas" "marks" "mdl" "mga" "mkd" "mmk" "mnt" "mop"
    "mur" "mvr" "mwk" "mxn" "myr" "mzn" "nad" "naira" "nairas" "ngn" "nio" "nlg" "nok" "npr" "nzd" "omr"
    "pab" "paisa" "paise" "pen" "pence" "pennies" "penny" "peseta" "pesetas" "peso" "pesos" "pgk" "php"
    "pkr" "pln" "pound" "pounds" "pte" "pyg" "qar" "quid" "rand" "rands" "real" "reais" "reals" "renminbi" "rial"
    "rials" "ringgit" "ringgits" "riyal" "riyals" "rmb" "ron" "rouble" "roubles" "rsd" "rub" "ruble"
    "rubles" "rupee" "rupees" "rupiah" "rupiahs" "rwf" "sar" "saudiriyal" "saudiriyals" "sbd" "schilling"
    "schillings" "scr" "sdg" "sek" "sen" "sens" "sgd" "shekel" "shekels" "shilling" "shillings" "shp" "sll"
    "sos" "srd" "ssp" "sterling" "stn" "syp" "szl" "taka" "takas" "tenge" "thb" "tjs" "tmt" "tnd" "top"
    "try" "ttd" "tugrik" "tugriks" "twd" "tzs" "uah" "ugx" "usd" "uyu" "uzs" "vef" "ves" "vnd" "vuv" "won"
    "wons" "wst" "xaf" "xcd" "xof" "xpf" "yen" "yens" "yer" "yuan" "yuans" "zar" "zloties" "zloty" "zlotys"
    "zmw" "zwl" "zł"
    "$" "£" "€" "¥" "￥" "元" "円" "₩" "₹" "₨" "₽" "₺" "₴" "₪" "₦" "₱" "₫" "฿" "¢" "c"
);

/// The words that a sum of money can start with, besides signs and figures.
pub(super) const OPENING: &[(&str, WordClass)] = {
    const M: WordClass = WordClass::CURRENCY;
    &[
        ("us", M),
        ("u.s", M),
        ("u.s.", M),
        ("usd", M),
        ("a", M),
        ("au", M),
        ("aud", M),
        ("c", M),
        ("ca", M),
        ("cad", M),
        ("nz", M),
        ("nzd", M),
        ("hk", M),
        ("hkd", M),
        ("s", M),
        ("sg", M),
        ("sgd", M),
        ("nt", M),
        ("mex", M),
        ("mx", M),
        ("r", M),
        ("rs", M),
        ("eur", M),
        ("gbp", M),
        ("jpy", M),
        ("cny", M),
        ("chf", M),
        ("inr", M),
        ("pkr", M),
        ("kwd", M),
        ("qar", M),
        ("sar", M),
        ("aed", M),
        ("myr", M),
        ("rm", M),
        ("rp", M),
        ("tk", M),
        ("dm", M),
        ("sfr", M),
        ("sh", M),
        ("shs", M),
        ("ksh", M),
        ("kshs", M),
        ("tsh", M),
        ("ush", M),
        ("kr", M),
        ("ringgit", M),
        ("ringgits", M),
        ("malaysia", M),
        ("malaysian", M),
        ("sek", M),
        ("nok", M),
        ("dkk", M),
        ("zar", M),
        ("ils", M),
        ("mnt", M),
        ("rub", M),
        ("uah", M),
        ("brl", M),
        ("krw", M),
        ("thb", M),
        ("idr", M),
        ("php", M),
        ("twd", M),
        ("kes", M),
        ("ngn", M),
        ("mxn", M),
        ("pln", M),
        ("czk", M),
        ("huf", M),
        ("vnd", M),
        ("egp", M),
        ("ars", M),
        ("clp", M),
        ("bgn", M),
        ("isk", M),
        ("rsd", M),
        ("lkr", M),
        ("npr", M),
        ("bdt", M),
        ("ghs", M),
        ("ugx", M),
        ("tzs", M),
        ("etb", M),
        ("jod", M),
        ("bhd", M),
        ("omr", M),
        ("lbp", M),
        ("iqd", M),
        ("uyu", M),
        ("jmd", M),
        ("kzt", M),
        ("rmb", M),
        ("musd", M),
        ("meur", M),
        ("maud", M),
        ("mgbp", M),
        ("btc", M),
        ("dlrs", M),
        ("dollar", M),
        ("dollars", M),
        ("euro", M),
        ("euros", M),
        ("pounds", M),
        ("yen", M),
        ("yuan", M),
        ("rupee", M),
        ("rupees", M),
        ("rupiah", M),
        ("ruble", M),
        ("rubles", M),
        ("rouble", M),
        ("roubles", M),
        ("peso", M),
        ("pesos", M),
        ("dinar", M),
        ("dinars", M),
        ("dirham", M),
        ("dirhams", M),
        ("franc", M),
        ("francs", M),
        ("shekel", M),
        ("shekels", M),
        ("lira", M),
        ("krona", M),
        ("kronor", M),
        ("kroner", M),
        ("baht", M),
        ("naira", M),
        ("cent", M),
        ("cents", M),
        ("pence", M),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::currency;

    /// What only the figure before it makes money: the cents of "99c".
    const BESIDE_OTHERS: &[&str] = &["c"];

    #[test]
    fn words_of_money_and_currencies_know_each_other() {
        let known = |word: &str| {
            currency::name(word).is_some()
                || currency::sign(word).is_some()
                || currency::code(&word.to_uppercase(), false).is_some()
                || currency::stems().any(|stem| currency::is_form(word, stem))
                || BESIDE_OTHERS.contains(&word)
        };
        let strange: Vec<&str> = WORDS.iter().map(|(word, _)| *word).filter(|word| !known(word)).collect();
        let listed = |word: &str| WORDS.iter().any(|(known, _)| *known == word);
        let codes = currency::CODES.iter().map(|code| code[0].to_lowercase());
        let missing: Vec<String> =
            codes.chain(currency::stems().map(str::to_owned)).filter(|word| !listed(word)).collect();
        assert_eq!((strange, missing), (Vec::new(), Vec::new()));
    }
}
