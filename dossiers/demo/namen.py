"""Invented names by nationality, each with the spellings in which it comes: Mohammed, Muhammad, Mohamad.

Names are usual ones of a language, put together by chance. The first spelling of a name is the one in
which the plan's own people have it. Sources: general knowledge of the languages; no list of persons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from dossiers.models import Nationaliteit, Tolktaal

# How family names go: a name of the family, the name of the father, or those of father and grandfather.
Naamgeving = Literal["familienaam", "vadersnaam", "vader_en_grootvader"]


def _lijst(tekst: str) -> tuple[tuple[str, ...], ...]:
    """Names with their spellings, written as "Ahmad/Ahmed Al-Masri/El Masri" with ~ for a space."""
    return tuple(tuple(naam.replace("~", " ").split("/")) for naam in tekst.split())


@dataclass(frozen=True)
class Namen:
    """Given names and family names of one language: each a row of spellings."""

    mannen: tuple[tuple[str, ...], ...]
    vrouwen: tuple[tuple[str, ...], ...]
    achternamen: tuple[tuple[str, ...], ...]
    tolktaal: str
    naamgeving: Naamgeving = "familienaam"


def spelling(kies: Random, namen: Sequence[Sequence[str]]) -> str:
    """A name, in any of its spellings; the first one of each is as usual as the others together.

    As everywhere a few names are much more usual than the rest.
    """
    naam = namen[int(kies.random() ** 1.5 * len(namen))]
    if len(naam) == 1 or kies.random() < 0.5:
        return naam[0]
    return naam[1 + int(kies.random() * (len(naam) - 1))]


_ARABISCH = Namen(
    mannen=_lijst(
        "Ahmad/Ahmed/Achmad Omar/Umar Youssef/Yousef/Yusuf/Yusef Khaled/Khalid Tareq/Tarek/Tariq Samer/Samir "
        "Bilal Hassan/Hasan Ibrahim/Ebrahim Adnan Mohammed/Muhammad/Mohamad/Mohamed/Mohammad Mahmoud/Mahmud "
        "Mustafa/Moustafa Ali/Aly Hussein/Husein/Hossein Abdullah/Abdallah/Abdulla "
        "Abdulrahman/Abdul~Rahman/Abdelrahman Ammar/Amar Anas/Anes Ayman/Aiman Basel/Bassel/Basil Fadi/Fady "
        "Faisal/Faysal Firas/Feras Ghassan/Gassan Hamza/Hamzah Haitham/Haytham Imad/Emad Ismail/Ismael/Ismaeel "
        "Jamal/Jamel Kareem/Karim Louay/Luay/Loai Majd/Majed/Majid Malek/Malik Marwan/Marouan Mazen/Mazin "
        "Nabil/Nabeel Nader/Nadir Nidal/Nedal Obada/Ubada Osama/Usama/Oussama Qusai/Qusay/Kusai Radwan/Redwan "
        "Rami/Ramy Saleh/Salih Salim/Saleem Wael/Wail Walid/Waleed Wissam/Wisam Yaser/Yasser/Yasir Yahya/Yehya "
        "Zaid/Zayd Ziad/Ziyad"
    ),
    vrouwen=_lijst(
        "Rima/Reema Nour/Noor/Nur Layla/Leila/Laila Amal/Amaal Hanan/Hanane Dima/Deema Salma/Selma Rania/Raniya "
        "Maha Yasmin/Yasmine/Jasmin Fatima/Fatimah/Fatma Aisha/Aysha/Aicha/Ayesha Mariam/Maryam/Miriam "
        "Zainab/Zaynab/Zeinab Khadija/Khadijah/Hadija Hiba/Heba Iman/Eman Israa/Esraa Jumana/Joumana Lina/Leena "
        "Lubna/Loubna Manal Mona/Mouna/Muna Nada Nadia/Nadiya Nisreen/Nesrin/Nisrin Rasha Reem/Rim Rana "
        "Ruba/Rouba Sahar/Sehar Samar/Samara Sana/Sanaa Shaima/Shaymaa/Chaima Suhad/Souhad Wafaa/Wafa Yara "
        "Zahra/Zahraa Ghada/Gada Hala/Hallah"
    ),
    achternamen=_lijst(
        "Haddad/Hadad Darwish/Darwich/Derwish Al-Masri/Almasri/El~Masri Barakat/Barakaat Khoury/Khouri/Khuri "
        "Al-Khatib/Alkhatib/El~Khatib Nasser/Naser/Nassir Sabbagh/Sabag Hamdan/Hamdaan Mansour/Mansur/Mansoor "
        "Qasim/Qassem/Kassem/Kasem Al-Najjar/Alnajjar/El~Najar Shahin/Shaheen/Chahin Zaidan/Zeidan/Zaydan "
        "Halabi/Al-Halabi/Alhalabi Al-Ahmad/Alahmad/Al~Ahmed Al-Ali/Alali Al-Hussein/Alhussein/Al~Hussain "
        "Al-Mohammad/Almohammad/Al~Muhammad Al-Sayed/Alsayed/El~Sayed Al-Hariri/Alhariri Al-Rifai/Alrifai/Rifai "
        "Al-Zoubi/Alzoubi/Al~Zubi Al-Jabouri/Aljabouri/Al~Juburi Al-Obaidi/Alobaidi/Al~Ubaidi "
        "Al-Dulaimi/Aldulaimi Al-Shami/Alshami/Shami Al-Hamwi/Alhamwi/Hamwi Al-Homsi/Alhomsi/Homsi "
        "Awad/Awwad/Aouad Ayoub/Ayyoub/Ayub Aziz/Azeez Bakkar/Bakar Bitar/Al-Bitar/Albitar Daher/Dahir "
        "Fayad/Fayyad Fares/Faris Ghanem/Ganem/Ghanim Habib/Habeeb Hadi/Al-Hadi Hamad/Hammad/Hamed Hariri "
        "Hijazi/Hejazi Issa/Eissa/Isa Jaber/Jabir/Jabr Kanaan/Kanan Karam Khalil/Khaleel/Halil Maalouf/Malouf "
        "Murad/Mourad/Morad Nassar Omari/Al-Omari/Alomari Othman/Osman/Uthman Qabbani/Kabbani Rahal/Rahhal Sabri "
        "Said/Saeed/Sayed Salameh/Salama/Salamah Saleh/Salih Sharif/Shareef/Cherif Suleiman/Sulaiman/Soliman "
        "Taha/Tahah Tayeb/Tayyib Yassin/Yasin/Yaseen Younes/Yunus/Younis"
    ),
    tolktaal=Tolktaal.ARABISCH,
)
_KOERDISCH = Namen(
    mannen=_lijst(
        "Azad Baran Dilovan Ferhad/Farhad Hiwa Jiyan/Ciyan Karwan/Karwaan Kawa Mazlum/Mazloum Nechirvan/Nêçîrvan "
        "Rebin Rojhat Sherko/Sherkoh Shivan/Sivan Zana Ahmad/Ahmed Ibrahim/Ibrahem Mustafa/Mistefa Hasan/Hesen"
    ),
    vrouwen=_lijst(
        "Avin/Evin Berivan/Berîvan Dilan/Dilan Gulistan/Gulistan Hêvî/Hevi Jian/Jiyan Narin/Nareen Nazdar "
        "Rojin/Rojîn Shirin/Sherin Sozan/Suzan Zilan Zozan Rojda Helin/Heleen"
    ),
    achternamen=_lijst(
        "Hasan/Hassan/Hesen Khalil/Xelil/Khelil Ibrahim/Ibrahem Barzani/Barzanji Hamo/Hemo "
        "Sheikho/Sheikhou/Shekho Osman/Othman Mihemed/Mohammad Aslan/Arslan Botan/Bohtan Sino/Seeno "
        "Rashid/Resid/Rasheed Naso/Nasso Bozan Hussein/Husen Daoud/Dawud"
    ),
    tolktaal=Tolktaal.KOERDISCH,
)
_TIGRINYA = Namen(
    mannen=_lijst(
        "Yonas/Jonas Tesfay/Tesfai/Tesfaye Filmon/Filimon Samuel/Samiel Dawit/Dawid Habtom/Habtum Merhawi/Merhawe "
        "Robel/Robiel Aman Kidane/Kidanie Abel/Abiel Abraham/Abreham Amanuel/Emanuel Berhane/Birhane "
        "Biniam/Binyam Daniel/Daniyel Ermias/Ermiyas Eyob/Iyob Fitsum/Fetsum Gebremedhin/Ghebremedhin "
        "Ghirmay/Girmay/Ghirmai Goitom/Goytom Haile/Hayle Henok/Hennok Isaias/Isayas Kibrom/Kebrom "
        "Mebrahtu/Mebrahtom Medhanie/Medhane Mehari/Mehary Michael/Mikael Mulugeta/Mulgeta Natnael/Nathanael "
        "Negasi/Negassi Russom/Rusom Semere/Semhere Simon/Simeon Solomon/Selomon Teklay/Tekle Tewelde/Teweldi "
        "Weldu/Woldu Yemane/Yemani Yohannes/Johannes Zekarias"
    ),
    vrouwen=_lijst(
        "Senait/Sanait Selam/Salam Rahwa/Rahwah Luwam/Lwam Feven/Fiven Bisrat/Besrat Helen/Hellen Winta Saba "
        "Eden/Edin Abrehet/Abrihet Almaz/Almas Asmeret/Asmret Elsa Freweyni/Frewini Hiwet/Hiwot Kisanet/Kesanet "
        "Lemlem/Lemlim Letebrhan/Letebirhan Mebrat/Mihret Meron/Miron Milena/Millena Mihret/Mehret "
        "Natsnet/Netsanet Niyat/Neyat Rigat/Rigbe Ruta/Rutha Salem Semhar/Simhar Tsega/Tsige Tirhas/Terhas "
        "Yordanos/Jordanos Zaid/Zayd"
    ),
    achternamen=(),
    tolktaal=Tolktaal.TIGRINYA,
    naamgeving="vadersnaam",
)
_AMHAARS = Namen(
    mannen=_lijst(
        "Abebe/Abebbe Alemayehu/Alemayew Bekele/Bekelle Biruk/Birouk Dawit/Dawitt Demeke/Demeqe Ephrem/Efrem "
        "Getachew/Getachow Girma/Ghirma Hailu/Haylu Kebede/Kebbede Mesfin/Mesfen Mulugeta/Mulugheta "
        "Negash/Negasch Solomon/Selomon Tadesse/Taddese Tesfaye/Tesfay Tewodros/Tewdros Worku/Werku Yared/Jared "
        "Zerihun/Zerihoun"
    ),
    vrouwen=_lijst(
        "Abeba/Abebe Alem/Alam Aster/Astair Bethlehem/Betelhem Eyerusalem/Yerusalem Genet/Gennet Hirut/Hiruth "
        "Konjit/Qonjit Meaza/Maaza Meskerem/Meskarem Rahel/Rachel Sara/Sarah Selamawit Tigist/Tegest "
        "Tsehay/Tsehai Zinash"
    ),
    achternamen=(),
    tolktaal=Tolktaal.AMHAARS,
    naamgeving="vadersnaam",
)
_SOMALISCH = Namen(
    mannen=_lijst(
        "Abdi/Cabdi Abdirahman/Cabdiraxmaan/Abdirahmaan Abdullahi/Cabdullaahi Ahmed/Axmed Ali/Cali Bashir/Bashiir "
        "Farah/Faarax Guled/Guuleed Hassan/Xasan Hussein/Xuseen Ibrahim/Ibraahim Ismail/Ismaaciil Jama/Jaamac "
        "Mahad/Mahaad Mohamed/Maxamed/Mohammed/Muhammad Mohamud/Maxamuud Mukhtar/Muqtaar Nur/Nuur/Noor Omar/Cumar "
        "Osman/Cismaan Roble/Rooble Said/Siciid Warsame/Warsaame Yusuf/Yuusuf/Yousuf"
    ),
    vrouwen=_lijst(
        "Amina/Aamina Asha/Caasha/Aisha Deqa/Deqo Fadumo/Faadumo/Fatuma Farhiya/Farxiya Habiba/Xabiiba "
        "Halima/Xaliimo Hawa/Xaawo Hodan/Hoodan Idil/Iidil Ifrah/Ifraax Khadra/Khadro Ladan/Laadan Maryan/Maryam "
        "Muna/Muuna Nasra/Nasro Sahra/Saara Safiya/Safiyo Ubah/Ubax Zamzam/Samsam"
    ),
    achternamen=(),
    tolktaal=Tolktaal.SOMALISCH,
    naamgeving="vader_en_grootvader",
)
_DARI = Namen(
    mannen=_lijst(
        "Farhad/Ferhad Najib/Najeeb Jawad/Javad Karim/Kareem Reza/Raza Mirwais/Mirwys Aziz/Azeez Navid/Naveed "
        "Abdul~Wahid/Abdulwahid Ahmad/Ahmed Ali~Reza/Alireza Amanullah/Amanollah Atiqullah/Ateequllah Esmat/Ismat "
        "Fawad/Fouad Gul~Agha/Gulagha Hamid/Hameed Homayoun/Humayun Ismail/Esmail Khalil/Khaleel "
        "Mohammad/Mohammed/Muhammad Mustafa/Mostafa Nasir/Naser Obaidullah/Obaid Omid/Umeed Qasim/Qasem "
        "Rahmat/Rehmat Sayed/Sayyid/Said Shafiq/Shafeeq Wahidullah/Wahed Yama/Yamah Zabihullah/Zabiullah "
        "Zalmai/Zalmay"
    ),
    vrouwen=_lijst(
        "Zahra/Zohra Fereshta/Freshta Maryam/Mariam Shabnam Nilofar/Niloufar/Nelofar Parwana/Parwaneh "
        "Laila/Leila/Layla Soraya/Suraya Farida/Fareeda Fatima/Fatema Freba/Fariba Gulalai/Gulaly Hosna/Husna "
        "Masuma/Masooma Mina/Meena Nadia Nargis/Narges Palwasha/Palwashah Roya/Ruya Sadaf Sahar/Sehar "
        "Setara/Sitara Shukria/Shokria Wahida/Wahedah"
    ),
    achternamen=_lijst(
        "Rahimi/Raheemi Ahmadi/Ahmadey Noori/Nuri/Nouri Karimi/Kareemi Sharifi/Shareefi Azizi/Azeezi "
        "Haidari/Haideri/Hayderi Akbari/Akbary Alizada/Alizadeh/Ali~Zada Amiri/Ameeri Barakzai/Barekzai "
        "Faizi/Faizy Ghulami/Gholami Habibi/Habiby Hakimi/Hakeemi Hashimi/Hashemi Hotak/Hotaki "
        "Hussaini/Hosseini/Husseini Ibrahimi/Ebrahimi Jalali/Jalaly Mohammadi/Mohamadi Momand/Mohmand "
        "Nazari/Nazary Nabizada/Nabizadah Popal/Popalzai Qaderi/Qadiri/Kaderi Rasuli/Rasooli Rezai/Rezaie "
        "Sadat/Saadat Safi/Saafi Samadi/Samady Stanikzai/Stanekzai Sultani/Soltani Wardak/Wardag Yusufi/Yousufi "
        "Zamani/Zamany Zadran/Jadran Zazai/Jaji"
    ),
    tolktaal=Tolktaal.DARI,
)
_FARSI = Namen(
    mannen=_lijst(
        "Amir/Ameer Mehdi/Mahdi Behrouz/Behrooz/Behruz Kamran Arash Dariush/Daryoush/Darius Ali Babak/Baback "
        "Bahram/Behram Ebrahim/Ibrahim Ehsan Farzad/Farzaad Hamed/Hamid Hossein/Hussein Iman Javad/Jawad "
        "Kaveh/Kave Kian/Kyan Mohammad/Mohamad Mohsen/Muhsin Nima/Neema Omid/Omeed Pouya/Pooya Ramin Reza/Rezah "
        "Saeed/Said Siavash/Siyavash Vahid/Vaheed"
    ),
    vrouwen=_lijst(
        "Maryam/Mariam Leila/Leyla Nasrin/Nasreen Shirin/Shireen Mina/Meena Parisa/Parissa Azadeh/Azade "
        "Elham/Elhaam Fatemeh/Fateme Forough/Foroogh Golnaz/Golnaaz Haleh/Hale Mahsa/Mahsaa Mahnaz/Mahnaaz "
        "Narges/Nargess Niloufar/Nilufar/Niloofar Sara/Sarah Samaneh/Samane Sepideh/Sepide Setareh/Setare "
        "Shadi/Shady Soraya/Soraiya Yasaman/Yasamin Zahra/Zahraa"
    ),
    achternamen=_lijst(
        "Hosseini/Husseini/Hoseini Moradi/Muradi Jafari/Jaafari/Djafari Rostami/Rustami Tehrani Abbasi/Abasi "
        "Ahmadi/Ahmady Akbari/Akbary Amini/Ameeni Bagheri/Baqeri Davoudi/Davoodi/Dawoodi Ebrahimi/Ibrahimi "
        "Esfahani/Isfahani Farahani Ghorbani/Qorbani Hashemi/Hashimi Heidari/Heydari/Haidari Kazemi/Kazimi "
        "Karimi/Kareemi Mahmoudi/Mahmoodi Mousavi/Musavi Najafi/Nadjafi Norouzi/Noroozi/Nowruzi Rahimi/Raheemi "
        "Rezaei/Rezai/Rezaee Sadeghi/Sadeqi Salehi/Saleehi Shirazi Yazdani Zarei/Zaree"
    ),
    tolktaal=Tolktaal.FARSI,
)
_TURKS = Namen(
    mannen=_lijst(
        "Ahmet/Ahmed Ali Burak Cem/Djem Emre Fatih Hakan Halil/Khalil Hasan/Hassan Hüseyin/Huseyin "
        "İbrahim/Ibrahim Kemal Mehmet/Mehmed Murat/Murad Mustafa Oğuz/Oguz Ömer/Omer Osman Serkan Tolga Yusuf "
        "Yiğit/Yigit"
    ),
    vrouwen=_lijst(
        "Ayşe/Ayse Büşra/Busra Derya Elif Emine Esra Fatma/Fatima Gül/Gul Hatice/Hatidje Hülya/Hulya Merve Nuray "
        "Özlem/Ozlem Selin Sevgi Şeyma/Seyma Sibel Zeynep/Zeyneb"
    ),
    achternamen=_lijst(
        "Yılmaz/Yilmaz Kaya Demir Çelik/Celik Şahin/Sahin Yıldız/Yildiz Öztürk/Ozturk Aydın/Aydin Arslan/Aslan "
        "Doğan/Dogan Kılıç/Kilic Çetin/Cetin Koç/Koc Kurt Özdemir/Ozdemir Polat Güneş/Gunes Aksoy Bozkurt "
        "Erdoğdu/Erdogdu"
    ),
    tolktaal=Tolktaal.TURKS,
)

NAMEN: dict[str, Namen] = {
    Nationaliteit.SYRISCH: _ARABISCH,
    Nationaliteit.ERITREES: _TIGRINYA,
    Nationaliteit.AFGHAANS: _DARI,
    Nationaliteit.IRAANS: _FARSI,
    Nationaliteit.IRAAKS: _ARABISCH,
    Nationaliteit.SOMALISCH: _SOMALISCH,
    Nationaliteit.ETHIOPISCH: _AMHAARS,
    Nationaliteit.TURKS: _TURKS,
    Nationaliteit.STAATLOOS: _ARABISCH,
}
KOERDISCH = _KOERDISCH
# Of each hundred families: about what the Netherlands took in from 2014 to 2017.
AANDELEN: dict[str, int] = {
    Nationaliteit.SYRISCH: 50,
    Nationaliteit.ERITREES: 20,
    Nationaliteit.IRAAKS: 7,
    Nationaliteit.AFGHAANS: 7,
    Nationaliteit.IRAANS: 5,
    Nationaliteit.SOMALISCH: 4,
    Nationaliteit.STAATLOOS: 4,
    Nationaliteit.ETHIOPISCH: 2,
    Nationaliteit.TURKS: 1,
}
