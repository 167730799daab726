"""Other names, which the rules were not made with: what recall is measured on. Do not tune the rules to these."""

MANNEN = {
    "Syrische": [
        "Mahmoud|Mahmud|Machmoed|Mahmut|محمود",
        "Tarek|Tariq|Tarik|Tareq|طارق",
        "Bashar|Bachar|Basjar|Baschar|بشار",
        "Samir|Sameer|Samier|سمير",
        "Ghassan|Gassan|Gasan|غسان",
        "Abdulkarim|Abd al-Karim|Abdelkrim|Abdul Kareem|عبد الكريم",
        "Mustafa|Moustafa|Moestafa|Mostafa|مصطفى",
        "Ayman|Aiman|Ajman|Eymen|أيمن",
        "Yasin|Yassine|Jasien|Yasseen|ياسين",
    ],
    "Eritrese": [
        "Berhane|Birhane|Berhanä|ብርሃነ",
        "Mebrahtu|Mebrahtom|Mebratu|መብራህቱ",
        "Habtom|Habtoom|ሃብቶም",
        "Filmon|Philmon|Filimon|ፊልሞን",
        "Merhawi|Merhawie|Mirhawi|መርሃዊ",
    ],
    "Afghaanse": ["Jawad|Djawad|Javad|جواد", "Hekmat|Hikmat|Hekmatt|حکمت", "Farhad|Ferhad|Farhat|فرهاد"],
    "Iraanse": ["Behrouz|Behruz|Behroez|بهروز", "Mehdi|Mahdi|Mehdie|مهدی", "Shahram|Sjahram|Schahram|شهرام"],
    "Iraakse": ["Jaafar|Jafar|Djafar|Cafer|جعفر", "Haydar|Haider|Heydar|حيدر", "Qusay|Kusai|Qusai|قصي"],
    "Turkse": ["Ömer|Omer|Oemer", "Yiğit|Yigit", "Çağlar|Caglar|Chaglar"],
    "Oekraïense": [
        "Volodymyr|Wolodymyr|Володимир",
        "Andriy|Andrij|Andrii|Андрій",
        "Mykhailo|Mychajlo|Михайло",
    ],
    "Somalische": ["Cumar|Omar|Umar", "Xuseen|Hussein|Huseen", "Cabdirahman|Abdirahman|Abdirahmaan"],
    "Ethiopische": ["Tewodros|Teodros|Tewodross|ቴዎድሮስ", "Girma|Ghirma|ግርማ", "Bekele|Bekelle|በቀለ"],
}
VROUWEN = {
    "Syrische": [
        "Rasha|Racha|Rasja|Rascha|رشا",
        "Nour|Noor|Nur|Noer|نور",
        "Shahd|Sjahd|Chahd|شهد",
        "Yasmin|Jasmin|Yasmine|ياسمين",
        "Amal|Amaal|Emel|أمل",
    ],
    "Eritrese": ["Senait|Senayt|Senaït|ሰናይት", "Luwam|Luam|Loewam|ልዋም", "Rahwa|Rahua|ራህዋ"],
    "Afghaanse": ["Parwana|Parvana|Parwaneh|پروانه", "Zarghuna|Zarghona|Zarghoena|زرغونه"],
    "Iraanse": ["Shirin|Sjirin|Schirin|Chirine|شیرین", "Nasrin|Nesrin|Nasreen|نسرین"],
    "Iraakse": ["Huda|Hoda|Hoeda|هدى", "Sajida|Sadjida|ساجدة"],
    "Turkse": ["Çiğdem|Cigdem|Chigdem", "Elif|Elief"],
    "Oekraïense": ["Oksana|Oxana|Оксана", "Tetiana|Tetyana|Tetjana|Тетяна"],
    "Somalische": ["Xaawo|Hawo|Haawo", "Canab|Anab|Caanab"],
    "Ethiopische": ["Tigist|Tegest|Tigest|ትግስት", "Hiwot|Hiywot|Hiwet|ሕይወት"],
}
ACHTERNAMEN = {
    "Syrische": [
        "Al-Hariri|El Hariri|Alhariri|Al Hareeri|الحريري",
        "Al-Zoubi|Alzoubi|El Zoebi|الزعبي",
        "Haj Ali|Hadj Ali|Hajali|حاج علي",
        "Kanaan|Kenaan|Canaan|كنعان",
        "Al-Sayed|As-Sayed|Elsayed|Assayed|السيد",
        "Nasrallah|Nasr Allah|Nasralla|نصر الله",
    ],
    "Eritrese": [
        "Tesfamariam|Tesfa Mariam|Tesfamaryam|ተስፋማርያም",
        "Weldeab|Woldeab|Welde Ab|ወልደኣብ",
        "Gebrehiwet|Ghebrehiwet|Gebre Hiwet|ገብረሂወት",
        "Okbazghi|Okbazgi|Oqbazghi|ዑቕባዝጊ",
    ],
    "Afghaanse": [
        "Stanekzai|Stanikzai|Stanekzay|ستانکزی",
        "Hashimi|Hasjimi|Haschemi|هاشمی",
        "Akbari|Akbary|اکبری",
    ],
    "Iraanse": [
        "Ghorbani|Qorbani|Gorbani|قربانی",
        "Jafari|Djafari|Jaafari|جعفری",
        "Khosravi|Chosrawi|Khosrawi|خسروی",
    ],
    "Iraakse": ["Al-Jubouri|Aljuburi|El Djoubouri|الجبوري", "Al-Obeidi|Alobaidi|El Obaidi|العبيدي"],
    "Turkse": ["Şahin|Sahin|Shahin", "Doğan|Dogan", "Koç|Koc|Koch"],
    "Oekraïense": ["Kovalchuk|Kovaltsjoek|Kowaltschuk|Ковальчук", "Zhuk|Zjoek|Schuk|Жук"],
    "Somalische": ["Guuleed|Guled|Goeled", "Cismaan|Osman|Ismaan", "Nuur|Noor|Nur"],
    "Ethiopische": ["Haile Mariam|Hailemariam|Haylemariam|ኃይለማርያም", "Desta|Dästa|ደስታ"],
}
