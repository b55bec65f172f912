academyFind.take("8ff778600946","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
