academyFind.take("116b376245de","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
