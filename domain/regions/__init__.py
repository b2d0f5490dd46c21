"""The kecamatan and desa of Kabupaten Blitar and Kabupaten Sampang."""
