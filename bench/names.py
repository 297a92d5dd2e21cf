"""The words that names are made of, as they are given in Lombok, Sumbawa, Lampung, Java and Sulawesi; used by whatever is measured here.

How common: the most frequent whole name of Indonesian men is Sutrisno (144,497 people, 0.14 %), of women Nurhayati (254,922, 0.25 %), by the
e-KTP records of 2024 that the ministry (Dukcapil) published; one town may have twice that.
"""

# The common ones first: a word's chance falls with its place in the list (`people.drawn`).
BOYS = """Rizki Andi Dimas Fajar Ilham Rian Bayu Aditya Alif Farel Arya Agus Raihan Dika Yoga Iqbal Hendra Galang Reza Rafi Fikri Akbar Ari Rangga
Irfan Wahyu Kevin Danu Aldi Febri Hafiz Naufal Zaki Yusuf Adi Eko Dwi Tri Bagus Rendi Rama Gilang Fauzan Rehan Arif Ridwan Ikhsan Rudi Deni Doni
Joni Faisal Hasan Husein Ibrahim Ismail Ali Umar Usman Abdul Hakim Malik Syahrul Khairul Nasrul Hairil Sahrul Anwar Zainal Saiful Bahrul Samsul
Nurdin Jamaludin Burhanudin Saparudin Syarifudin Nasarudin Kamarudin Baharudin Fahrudin Awaludin Sirajudin Amirudin Safrudin Haerudin Alamsyah
Firmansyah Ardiansyah Irwansyah Hermansyah Apriansyah Ferdiansyah Robiansyah Juliansyah Sofyan Supriadi Suhardi Sunardi Mulyadi Junaidi Wahyudi
Efendi Suryadi Haryadi Kurniadi Rosadi Hamdani Ramdani Ramadan Sahnan Sapoan Mahsun Muhsin Muslim Muslihin Solihin Maskur Mansur Nasir Basir Tohir
Tahir Amir Samir Jupri Sapri Satria Sakti Surya Candra Indra Putra Pratama Permana Nugraha Wijaya Saputra Kusuma Hidayat Setiawan Gunawan Irawan
Hermawan Kurniawan Darmawan Himawan Budiman Rahman Rohman Abdurrahman Lukman Sulaiman Usmawan Asep Ujang Cecep Dadang Dedi Tatang Yayan Aceng Agung
Anggara Prasetyo Wibowo Susanto Hartono Sutrisno Suparman Slamet Joko Bambang Heru Yanto Tono Parjo Sugeng Teguh Tegar Panji Damar Bima Krisna Wisnu
Yudha Yudistira Abimanyu Galih Gading Guntur Bintang Langit Samudra Rimba Elang Rajawali Zidan Fadil Fadli Fahmi Fahri Farhan Ghifari Habib Haikal
Hamzah Hanif Haris Imam Jefri Kenzo Keanu Kenzie Athar Arka Arsya Azka Azzam Atha Gibran Xavier Qori Rasya Rayyan Revan Sultan Tristan Vino Wildan
Yazid Zafran Zulkifli Zulfikar Mustafa Mukhlis Mujahid Muzaki Taufik Tarmizi Thoriq Wahid Yasin Rofiq Rosyid Rusdi Rusli Sabri Sadam Saleh Syamsir
Syukri Ucok Iwan Ivan Leo Marsel Yohanes Stefanus Paulus Gabriel Daeng Baso Tenri Ambo Beddu Sangaji Arahman Mardin Julkifli Mahnep Amaq Sumarni
Kerta Nengah Suta""".split()
GIRLS = """Putri Ayu Nabila Aisyah Siska Fitri Dewi Sri Rina Intan Dinda Zahra Salsabila Nadia Aulia Indah Lestari Wulan Ratna Dwi Tri Eka
Rani Yuni Novi Nova Lia Mega Maya Mila Nurul Nisa Anisa Annisa Khairunnisa Siti Aminah Fatimah Khadijah Maryam Halimah Hadijah Rohana
Rohani Jumriah Sumiati Kartini Sulastri Suryani Handayani Wahyuni Rahayu Astuti Ningsih Hartati Purwanti Susanti Yanti Rianti Damayanti
Noviyanti Apriyanti Juliyanti Febriyanti Oktaviani Fitriani Rahmawati Kurniawati Ernawati Rosmawati Hasnawati Irawati Herawati Sukmawati
Nurhayati Nurhidayah Hidayah Hasanah Mutmainah Sakinah Marlina Herlina Karlina Erlina Nurlina Safitri Saputri Pertiwi Pratiwi Anggraini
Anggun Melati Mawar Cempaka Kenanga Kirana Kinanti Cahaya Cahyani Permata Mutiara Intania Bunga Citra Cinta Kasih Kartika Larasati Sekar
Ajeng Rara Ratih Retno Endang Tuti Titin Neneng Euis Eneng Lilis Imas Yeyen Nani Tini Wati Asih Ningrum Maharani Ramadani Ramadhania Rahma
Rahmi Rizka Riska Rizkia Resti Reni Rini Rika Rima Riri Ririn Selvi Silvi Sinta Sintia Sindi Susi Tari Tania Tiara Tika Vera Vina Via Viona
Vania Wanda Winda Widya Yasmin Yolanda Yulia Yulianti Zaskia Zahira Zalfa Zulfa Zuhriah Naila Najwa Naura Nayla Nazwa Kayla Keisya Keyla
Khanza Kinara Alika Alya Amira Amelia Anggita Anindya Arsyila Assyifa Azizah Azzahra Balqis Bilqis Calista Clara Cantika Dian Diana Desi
Devi Dea Elsa Elvira Erna Farah Fauziah Febri Felisha Gita Hafsah Hana Hanifa Humaira Ika Ina Inayah Ira Irma Isnaini Izzati Jamilah Jihan
Julia Juwita Laila Latifah Lutfia Mahira Marwah Mawaddah Meilani Meisya Muna Nadira Nafisa Nafeesa Qanita Qonita Queena Raisa Rania Raudah
Rohaya Sabrina Safira Salma Salwa Sarah Shakila Shafira Syifa Syakira Talita Ulfa Umi Wardah Baiq Juhaini Sahuni Mardiah Rauhun Inaq Hajrah
Besse Tenri Becce Maria Theresia Kristin Agnes Mahyun Suhartini Nursiah Nuraini Nurlaila Nurfadila Nuraeni""".split()
SECOND_BOYS = """Pratama Saputra Putra Ramadan Hidayat Maulana Firmansyah Nugraha Wijaya Setiawan Akbar Rahman Hakim Kurniawan Syahputra Ramadhan
Ardiansyah Alfarizi Al-Fatih Fadillah Prasetyo Gunawan Permana Mahendra Wibowo Santoso Kusuma Aditya Al-Ghifari Saputro Febrian Adrian Julian
Oktavian Apriadi Irawan Hermawan Fauzi Ridho Alfian Arifin Abidin Muttaqin Mubarok Munir Musafir Syarif Zulfikar Ibrahim Ismail Yusuf Hamzah Hasan
Pangestu Prayoga Prakoso Purnomo Budiman Nusantara Samudra Pamungkas Wardana Wiguna Wicaksono Utama Dirgantara Erlangga Gemilang Haryanto Ikhsan
Jaelani Kholid Lubis Nasution Siregar Harahap Simanjuntak Tanjung Daulay Pane Zein Sanjaya Subekti Suryana Sopian Rosidi Rosyidi Rabbani Qodri Sidik
Sodik Siddiq Wirawan Winata Yulianto Yahya Zakaria Bahtiar Bahri Azhari Azhar Anshari Asyari Al-Hafiz Alamsyah Effendi Dermawan Darmawan Baharudin
Amrullah Abdullah Habibullah Saifullah Nurrohman Nurdiansyah Khoirul Iskandar Hamdi Haidar Gazali Fathur Fathoni Firdaus Faturrahman Efendi""".split()
SECOND_GIRLS = """Putri Lestari Aulia Azzahra Ramadhani Sari Rahmawati Salsabila Anggraini Safitri Wulandari Oktaviani Maharani Pratiwi Permata
Amelia Rahayu Nabila Ayu Dewi Handayani Fitriani Agustina Apriliani Julianti Febriani Novitasari Puspita Puspitasari Damayanti Kusuma Kusumawati
Wahyuni Hidayah Hasanah Khairunnisa Zahra Humaira Almira Aprilia Aqila Asyifa Az-Zahra Cahyani Cantika Dwiyanti Ekawati Fadillah Fauziah Fadila
Hafizah Hanifah Hapsari Herlina Indriani Istiqomah Jannah Kamila Karimah Kirana Larasati Latifah Mariska Marsela Maulida Maulidia Meilani Mufida
Mulyani Munawaroh Mustika Nadifa Nafisah Najwa Natasya Ningsih Ningrum Nuraini Nurjanah Nurhaliza Octavia Paramita Pertiwi Purnama Qurrota Rahma
Rahmadani Ramadani Rizkia Rosalina Rohmah Sabila Sakinah Salamah Samudra Septiani Setiawati Sholihah Sulistiawati Susanti Syafitri Syahrani Tsabita
Ulya Utami Valentina Wardani Widiastuti Yuliana Yulianti Zakiyah Zulaikha Hartini Hidayati Isnaeni Juwita""".split()
FATHERS = """Sahnan Amrullah Mahsun Nasrudin Jumadil Saharudin Ahyar Zaenudin Makmun Muhidin Idris Sanusi Ramli Sudirman Suhaili Hamzan Lalu Asnawi
Mustiadi Rusman Ruslan Hasbi Sabarudin Kaharudin Muksin Nuraksin Mahyudin Sarapudin Salim Halim Karim Rahim Basri Bahar Anas Abbas Yunus Musa Isa
Daud Harun Jafar Mukhtar Mahmud Maksum Maruf Munawir Murad Muslimin Nawawi Ridwan Rifai Rohimin Rosidi Sarjono Sarwono Sukardi Sumardi Supardi
Sutardi Tarmidi Wagiman Wakidi Warsito Yatno""".split()
BEFORE_BOYS = {"Muhammad": 30, "M.": 12, "Ahmad": 9, "Moh.": 6, "Muh.": 6, "Mohammad": 5, "Abdul": 4, "Nur": 2, "Achmad": 2}
BEFORE_GIRLS = {"Siti": 24, "Nur": 9, "Sri": 6, "Dewi": 3, "Ni": 1, "Cut": 1}
NOBLE_BOYS = {"Lalu": 20, "Raden": 3, "Andi": 4, "I Gede": 3, "I Made": 4, "I Wayan": 4, "I Ketut": 3, "I Komang": 2, "I Nyoman": 2, "Daeng": 2,
              "La": 2}
NOBLE_GIRLS = {"Baiq": 20, "Lale": 3, "Andi": 4, "Ni Wayan": 4, "Ni Made": 4, "Ni Ketut": 3, "Ni Luh": 3, "Ni Komang": 2, "Dayu": 1, "Wa": 2}
OTHERWISE = "Acong Bagong Unyil Ucil Tole Entong Gembul Kancil Cebong Jabrik Kribo Ompong Boncel Komeng Bule Ambon Kliwon Gareng Petruk".split()

# Names are also put together anew from known pieces: Su-trisno, Har-yanto, Nur-hidayah, Al-farizi.
FRONTS_BOYS = """Su Har Pur Wi Budi Sar Suk Sup Sut Her Mul Yul Ard Ferd Al Ar Fa Ra Za Na Nur Khair Syah Saif Fath Abdul Rahm Hab Mu Ma
Zul Zain""".split()
ENDS_BOYS = """anto iyanto ono adi ardi iman iawan rizi razel faro aksa endra ian udin ullah man ril gani nizar wansyah yadi nyoto pranoto
saka fiq""".split()
FRONTS_GIRLS = "Su Har Pur Nur Mar Her Er Ros Sum Ruk Yul Nov Apri Al Ar Az Fa Key Za Na Sha Khal Syah Hum Naf Rah Sal Siti Dwi Ra".split()
ENDS_GIRLS = """iyati arti astri inah iyem ini yani iana ida ifa isya zia neza lina riana wati mawati lila nisa queena meera reva zahra tika janah
ulfa""".split()
MIDDLES = "di ri li ni ra la na fi ha ma ya ta wi ki za ru da fa si mi sa dha ro lu hi ba ka nu qi je".split()
UNCALLED = {"Muhammad", "Mohammad", "Moh", "Muh", "Siti", "Abdul", "Lalu", "Baiq", "Raden"}
