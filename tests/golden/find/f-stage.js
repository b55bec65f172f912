academyFind.take("116b376245de","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
